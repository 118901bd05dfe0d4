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
        var vocabulary = family.Vocabulary;
        return vocabulary.Find(EntityKind.Child, "birth_date") is { } birthDate && vocabulary.Find(EntityKind.Child, "expected") is { } expected
            ? Of([.. (family.Children ?? []).Select(child => (child.TryGet(birthDate.Slot, out var day) ? DateOnly.FromDayNumber((int)day) : (DateOnly?)null, child.TryGet(expected.Slot, out var awaited) && awaited == 1))])
            : [];
    }

    /// <summary>The same from the dates alone, for a draft that is being filled in.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(DateOnly? Date, bool Expected)> births)
    {
        if (births.Count < 2)
            return [];
        var names = births.Select((birth, index) => birth switch
        {
            (_, true) => Wording.Say("快出生的", "expected"),
            ({ } day, _) => Wording.Say($"{day.Year}年{day.Month}月出生的", $"born {day.Year}-{day.Month:00}"),
            _ => Wording.Say($"第{index + 1}个", $"no. {index + 1}"),
        }).ToList();
        return [.. names.Select((name, index) => names.Count(other => other == name) == 1 ? name
            : Wording.Say($"{name}第{names.Take(index + 1).Count(other => other == name)}个", $"{name}, no. {names.Take(index + 1).Count(other => other == name)}"))];
    }

    /// <summary>A child as the subject of a sentence.</summary>
    public static string Subject(int index, FamilyDraft draft) =>
        Of(draft.Births) is var names && index < names.Count ? Wording.Say(names[index] + "孩子", $"the child {names[index]}") : Wording.Say("孩子", "the child");
}
