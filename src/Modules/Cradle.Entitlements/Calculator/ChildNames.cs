using Cradle.Platform.Web;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>How the children of a family are told apart without asking for names: by the month of birth, else by their order in the list.</summary>
public static class ChildNames
{
    /// <summary>One name a child; empty where there is only one.</summary>
    public static IReadOnlyList<string> Of(FamilyFacts family)
    {
        var children = family.Children ?? [];
        if (children.Count < 2 || family.Vocabulary.Find(EntityKind.Child, "birth_date") is not { } birthDate)
            return [];
        var names = children.Select((child, index) => child.TryGet(birthDate.Slot, out var day)
            ? ByMonth(DateOnly.FromDayNumber((int)day))
            : Wording.Say($"第{index + 1}个填写的", $"child {index + 1}")).ToList();
        return [.. names.Select((name, index) => names.Count(other => other == name) == 1 ? name
            : Wording.Say($"{name}第{names.Take(index + 1).Count(other => other == name)}个", $"{name}, no. {names.Take(index + 1).Count(other => other == name)}"))];
    }

    private static string ByMonth(DateOnly birth) => Wording.Say($"{birth.Year}年{birth.Month}月出生的", $"born {birth.Year}-{birth.Month:00}");
}
