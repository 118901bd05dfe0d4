using Cradle.Rules.Binding;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// Puts together what belongs together for a reader: a quantity that <c>extends</c> another is added to it, so that there is one figure with one last day, and
/// what is <c>counted-in</c> another, or was added to it, is marked, and so is what lies past whatever the missing facts say. Engines that count families take each quantity by itself and never come here.
/// </summary>
internal static class Extensions
{
    /// <summary>Adds extensions to what they extend and marks what is counted elsewhere. The outcomes of an extension must be among those given.</summary>
    /// <param name="outcomes">The outcomes of a family.</param>
    /// <param name="frame">A frame for the family; it is moved from instance to instance.</param>
    public static void Apply(List<Outcome> outcomes, Frame frame)
    {
        var wholes = new List<int>();
        for (var index = 0; index < outcomes.Count; index++)
            if (outcomes[index].Header.IsWhole)
                wholes.Add(index);
        for (var index = 0; index < outcomes.Count; index++)
        {
            if (outcomes[index].Status == OutcomeStatus.Unknown)
                outcomes[index] = Past(outcomes[index], frame);
            if ((outcomes[index].Header.Extends ?? outcomes[index].Header.CountedIn) is { } id && Find(outcomes, wholes, id, outcomes[index]) is var at and >= 0)
                Join(outcomes, at, index, frame);
        }
    }

    /// <summary>What is not known and could not be used any more either way: no question is worth it.</summary>
    private static Outcome Past(Outcome outcome, Frame frame)
    {
        if (outcome.Header.Window is not { Until: not null } window || outcome.Rule?.Window is not null)
            return outcome;
        frame.MoveTo(outcome);
        return Day(window.Until, frame) is { } until && until < frame.Family.AsOf ? outcome with { IsPast = true, From = Day(window.From, frame), Until = until } : outcome;
    }

    private static int Find(List<Outcome> outcomes, List<int> wholes, string quantity, Outcome part)
    {
        foreach (var index in wholes)
            if (outcomes[index] is var whole && whole.IsDraft == part.IsDraft && whole.Child == part.Child && whole.Parent == part.Parent && whole.Header.Id == quantity)
                return index;
        return -1;
    }

    private static void Join(List<Outcome> outcomes, int at, int index, Frame frame)
    {
        var (whole, part) = (outcomes[at], outcomes[index]);
        if (part.Status == OutcomeStatus.NotEntitled || whole.Status is OutcomeStatus.NotEntitled or OutcomeStatus.Conflict)
            return;
        if (part.Header.Extends is not null)
            outcomes[at] = Sum(whole, part, frame);
        if (part.Status != OutcomeStatus.Unknown || whole.Status == OutcomeStatus.Ended || whole.IsPast || whole.Status == OutcomeStatus.Unknown && part.Missing.All(whole.Missing.Contains))
            outcomes[index] = part with { CountedIn = whole.Header.Id };
    }

    private static Outcome Sum(Outcome whole, Outcome part, Frame frame)
    {
        if (part.Status == OutcomeStatus.Unknown)
            return whole with { Extension = part };
        if (whole.Status == OutcomeStatus.Unknown)
            return whole with { Extension = part, Bounds = whole.Bounds is var (low, high) && part.Value is { } more ? (low + more, high + more) : whole.Bounds };
        if (whole.Value is not { } value)
            return whole;
        var sum = whole with
        {
            Value = checked(value + (part.Value ?? 0)), Extension = part, AtLeast = whole.AtLeast || part.AtLeast || part.Value is null, Voices = [.. whole.Voices, .. part.Voices],
        };
        var printed = OutcomeBuilder.Printed(whole.Rule, whole.Header);
        frame.MoveTo(sum);
        return sum with { From = Day(printed?.From, frame) ?? whole.From, Until = Day(printed?.Until, frame) ?? whole.Until };
    }

    private static DateOnly? Day(Number? number, Frame frame) => number is not null && Interpreter.TryNumber(number, frame, out var day) ? DateOnly.FromDayNumber((int)day) : null;
}
