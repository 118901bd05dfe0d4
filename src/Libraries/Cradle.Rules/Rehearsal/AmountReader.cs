using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>What an outcome adds to a year on one observation, in twelfths; for an unknown the bounds, where there are any.</summary>
internal readonly record struct ObservedAmount(long Due, long Offered, bool IsUnknown, (long Low, long High)? Bounds);

/// <summary>Reads what an outcome comes to in the month that begins on an observation, or, once, in the month that ended there.</summary>
internal sealed class AmountReader(RehearsalCalendar calendar)
{
    /// <summary>The amount; null where nothing is to be entered.</summary>
    /// <param name="outcome">The outcome on the day of the observation.</param>
    /// <param name="frame">The family on that day.</param>
    /// <param name="index">The observation.</param>
    /// <param name="once">Whether amounts that come once are read (for the month before) or the others (for the month after).</param>
    public ObservedAmount? Read(in SeenOutcome outcome, Frame frame, int index, bool once)
    {
        var basis = Annualisation.Of(outcome.Unit);
        var isOnce = basis == AmountBasis.Once;
        if (isOnce && !IsItsMonth(outcome, frame, index, once) || !isOnce && once)
            return null;
        var days = isOnce ? 0 : calendar.DaysAfter(index);
        return outcome.Status switch
        {
            OutcomeStatus.Conflict => new ObservedAmount(),
            OutcomeStatus.Unknown => new ObservedAmount(0, 0, true, outcome.Bounds is { } bounds
                ? (Annualisation.InMonth(bounds.Low, basis, days), Annualisation.InMonth(bounds.High, basis, days)) : null),
            _ when outcome.Value is not { } || basis == AmountBasis.None => null,
            OutcomeStatus.Entitled => new ObservedAmount(Annualisation.InMonth(outcome.Value.Value, basis, days), 0, false, null),
            OutcomeStatus.Programme => new ObservedAmount(0, Annualisation.InMonth(outcome.Value.Value, basis, days), false, null),
            // what comes once and was over before the month ended was due in it all the same
            OutcomeStatus.Ended when isOnce => outcome.Rule!.Strength == Strength.Must
                ? new ObservedAmount(Annualisation.InMonth(outcome.Value.Value, basis, days), 0, false, null)
                : new ObservedAmount(0, Annualisation.InMonth(outcome.Value.Value, basis, days), false, null),
            _ => null,
        };
    }

    /// <summary>What has a first day comes in the month of that day; what has none is taken as it stands on the very first day.</summary>
    internal bool IsItsMonth(in SeenOutcome outcome, Frame frame, int index, bool once)
    {
        if ((outcome.Rule?.Window ?? outcome.Header.Window)?.From is not { } from)
            return !once && index == 0;
        Place(frame, outcome);
        var known = Interpreter.TryNumber(from, frame, out var day);
        Reset(frame);
        if (!known)
            return !once && index == 0;
        return once && day >= calendar.Day(index - 1).DayNumber && day < calendar.Day(index).DayNumber;
    }

    internal static void Place(Frame frame, in SeenOutcome outcome)
    {
        frame.ChildIndex = outcome.Child ?? -1;
        frame.Parent = outcome.Parent ?? EntityReference.Mother;
        frame.OutcomeValue = outcome.Value;
    }

    internal static void Reset(Frame frame) => (frame.ChildIndex, frame.Parent, frame.OutcomeValue) = (-1, EntityReference.Mother, null);
}
