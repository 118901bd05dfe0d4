using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>How the children of a family are told apart without asking for names: by the month of birth, else by their order in the list.</summary>
public sealed class ChildNames
{
    private readonly IReadOnlyList<string> _births;

    private ChildNames(IReadOnlyList<(DateOnly? Date, bool Expected)> births, Language language)
    {
        Language = language;
        var names = births.Select((birth, index) => birth switch
        {
            (_, true) => Say("快出生的", "expected"),
            ({ } day, _) => Say($"{day.Year}年{day.Month}月出生的", $"born {day.Year}-{day.Month:00}"),
            _ => Say($"第{index + 1}个", $"no. {index + 1}"),
        }).ToList();
        All = births.Count < 2 ? [] : [.. names.Select((name, index) => names.Count(other => other == name) == 1 ? name
            : Say($"{name}第{names.Take(index + 1).Count(other => other == name)}个", $"{name}, no. {names.Take(index + 1).Count(other => other == name)}"))];
        _births = names.Distinct().Count() < 2 ? [] : names;
    }

    /// <summary>Nobody to tell apart.</summary>
    public static ChildNames None { get; } = new([], Language.Chinese);

    /// <summary>One name a child; empty where there is only one.</summary>
    public IReadOnlyList<string> All { get; }

    private Language Language { get; }

    /// <summary>The names of a family's children.</summary>
    public static ChildNames Of(FamilyFacts family, Language language)
    {
        var vocabulary = family.Vocabulary;
        return vocabulary.Find(EntityKind.Child, "birth_date") is { } birthDate && vocabulary.Find(EntityKind.Child, "expected") is { } expected
            ? Of([.. (family.Children ?? []).Select(child => (child.TryGet(birthDate.Slot, out var day) ? DateOnly.FromDayNumber((int)day) : (DateOnly?)null, child.TryGet(expected.Slot, out var awaited) && awaited == 1))], language)
            : None;
    }

    /// <summary>The same from the dates alone, for a family that is being filled in.</summary>
    public static ChildNames Of(IReadOnlyList<(DateOnly? Date, bool Expected)> births, Language language) => new(births, language);

    /// <summary>The child an outcome is about, twins together where it is about their birth; null where nobody needs telling apart.</summary>
    public string? Of(Outcome outcome) =>
        outcome.Child is { } index && (outcome.Header.Instance == InstanceKind.Birth ? _births : All) is var names && index < names.Count ? names[index] : null;

    /// <summary>A child as the subject of a sentence.</summary>
    public string Subject(int index) => index < All.Count ? Say(All[index] + "孩子", $"the child {All[index]}") : Say("孩子", "the child");

    private string Say(string zh, string en) => Language == Language.English ? en : zh;
}
