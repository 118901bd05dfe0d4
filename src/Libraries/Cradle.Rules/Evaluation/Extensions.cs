using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

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
            else if (IsTaken(outcomes[index], frame.Family.AsOf))
                outcomes[index] = outcomes[index] with { IsPast = true };
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

    /// <summary>Adds what is certain of the part; what more there may be keeps the sum open above, and bounds it where the whole waits for facts itself.</summary>
    private static Outcome Sum(Outcome whole, Outcome part, Frame frame)
    {
        var (least, most) = RangeOf(part);
        if (whole.Status == OutcomeStatus.Unknown)
            return whole with { Extension = part, Bounds = whole.Bounds is var (low, high) && most is { } more ? (low == 0 ? 0 : low + least, high + more) : null };   // where the whole may fall away, so may the part
        if (whole.Value is not { } value)
            return whole;
        var sum = whole with
        {
            Value = checked(value + least), Extension = part, AtLeast = whole.AtLeast || part.AtLeast || most != least, Voices = part.Status == OutcomeStatus.Unknown && least == 0 ? whole.Voices : [.. whole.Voices, .. part.Voices],
        };
        return Dated(sum, most is { } utmost && !whole.AtLeast && !part.AtLeast ? value + utmost : null, frame);
    }

    /// <summary>The period of a sum, and whether it is over: where more may be added, only when that would be over too.</summary>
    private static Outcome Dated(Outcome sum, long? utmost, Frame frame)
    {
        var printed = OutcomeBuilder.Printed(sum.Rule, sum.Header);
        frame.MoveTo(sum);
        var dated = sum with { From = Day(printed?.From, frame) ?? sum.From, Until = Day(printed?.Until, frame) ?? sum.Until };
        frame.OutcomeValue = utmost;
        return dated with { IsPast = utmost is not null && IsTaken(dated with { AtLeast = false, Until = Day(printed?.Until, frame) }, frame.Family.AsOf) };
    }

    /// <summary>The least and greatest amount a part can come to; the greatest is null where nobody can say.</summary>
    private static (long Least, long? Most) RangeOf(Outcome part) => part switch
    {
        { Value: { } value } => (value, value),
        { Status: OutcomeStatus.Unknown, Bounds: var (low, high) } => (low, high),
        _ => (0, null),
    };

    /// <summary>Leave may be due for longer than its days last, as long as nobody knows when it began; by the days that are known it is over.</summary>
    private static bool IsTaken(Outcome outcome, DateOnly today) =>
        outcome is { Header: { Kind: "leave", Unit: "day" }, Status: OutcomeStatus.Entitled or OutcomeStatus.Advisory } && outcome.Limit != ValueLimit.AtLeast && outcome.Until < today;

    private static DateOnly? Day(Number? number, Frame frame) => number is not null && Interpreter.TryNumber(number, frame, out var day) ? DateOnly.FromDayNumber((int)day) : null;
}
