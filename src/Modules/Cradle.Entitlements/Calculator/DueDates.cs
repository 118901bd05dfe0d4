using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>Days reckoned from a due date: right until the birth, which is seldom on that day.</summary>
public static class DueDates
{
    /// <summary>Whether an outcome has days and is about a child not yet born; what is about no single child, where its days begin or end on a due date or an anniversary of it.</summary>
    public static bool RestsOn(Outcome outcome, FamilyFacts facts)
    {
        if ((outcome.From ?? outcome.Until) is null || Expected(facts).ToList() is not { Count: > 0 } expected)
            return false;
        return outcome.Child is { } index ? expected.Exists(child => child.Index == index)
            : expected.Exists(child => child.Day is { } due && (IsAt(outcome.From, due) || IsAt(outcome.Until?.AddDays(1), due)));
    }

    /// <summary>Whether a child is not yet born.</summary>
    public static bool HasAny(FamilyFacts facts) => Expected(facts).Any();

    private static bool IsAt(DateOnly? day, DateOnly due) => day is { } at && at.Day == due.Day && at.Month == due.Month && at >= due;

    private static IEnumerable<(int Index, DateOnly? Day)> Expected(FamilyFacts facts)
    {
        if (facts.Vocabulary.Find(EntityKind.Child, "expected") is not { } expected || facts.Vocabulary.Find(EntityKind.Child, "birth_date") is not { } birthDate)
            yield break;
        foreach (var (index, child) in (facts.Children ?? []).Index())
        {
            if (child.TryGet(expected.Slot, out var isExpected) && isExpected != 0)
                yield return (index, child.TryGet(birthDate.Slot, out var day) ? DateOnly.FromDayNumber((int)day) : null);
        }
    }
}
