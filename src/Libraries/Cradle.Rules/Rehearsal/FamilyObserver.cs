using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>Observes one family after the other in both worlds and adds what it sees to totals. Not safe to share between threads.</summary>
internal sealed class FamilyObserver(
    Evaluator now, Evaluator after, IReadOnlyList<MeasuredQuantity> quantities, RehearsalCalendar calendar, BirthProjection projection, RehearsalTotals totals)
{
    private readonly List<Outcome>[] _now = [.. quantities.Select(_ => new List<Outcome>())];
    private readonly List<Outcome>[] _after = [.. quantities.Select(_ => new List<Outcome>())];
    private readonly Reckoning _reckoning = new();
    private readonly YearLedger _ledger = new(quantities, totals, now.Policy, after.Policy);
    private readonly AmountReader _amounts = new(calendar);
    private readonly ConflictNotes _conflicts = new(totals);
    private FamilyRecord _record;
    private long _number;

    /// <summary>Observes a family through all years.</summary>
    /// <param name="number">Its place in the population.</param>
    /// <param name="record">The family.</param>
    public void Observe(long number, FamilyRecord record)
    {
        totals.Families++;
        totals.Weight = checked(totals.Weight + record.Weight);
        foreach (var course in projection.Courses(record))
        {
            totals.CountBirths(course, record.Weight, calendar);
            (_number, _record) = (number, record);
            _ledger.Clear();
            for (var index = 0; index < calendar.Observations; index++)
                if (calendar.Day(index).DayNumber >= course.ExistsFrom)
                    Look(course, index);
        }
    }

    private void Look(FamilyCourse course, int index)
    {
        course.Advance(calendar.Day(index));
        var frame = new Frame(course.Facts);
        for (var place = 0; place < quantities.Count; place++)
        {
            if (quantities[place].IsTouched || quantities[place].CanApply(frame))
                Evaluate(now, quantities[place].Now, frame, _now[place]);
            else
                _now[place].Clear();
            if (quantities[place].IsTouched)
                Evaluate(after, quantities[place].After, frame, _after[place]);
        }

        if (index > 0)
        {
            Enter(frame, index, once: true);
            if (index % RehearsalCalendar.Months == 0)
                CloseYear(index / RehearsalCalendar.Months - 1);
        }

        if (index < calendar.Observations - 1)
            Enter(frame, index, once: false);
    }

    private void Evaluate(Evaluator evaluator, CompiledQuantity quantity, Frame frame, List<Outcome> outcomes)
    {
        outcomes.Clear();
        evaluator.Evaluate(quantity, frame, _reckoning, outcomes);
        outcomes.RemoveAll(outcome => outcome.IsDraft);
    }

    private void Enter(Frame frame, int index, bool once)
    {
        for (var place = 0; place < quantities.Count; place++)
        {
            var quantity = quantities[place];
            foreach (var outcome in _now[place])
                Enter(Side.Now, place, outcome, frame, index, once, mirrored: !quantity.IsTouched);
            if (!quantity.IsTouched)
                continue;
            foreach (var outcome in _after[place])
                Enter(Side.After, place, outcome, frame, index, once, mirrored: false);
            if (!once)
                NoteConflicts(place, calendar.Day(index));
        }
    }

    private void Enter(Side side, int place, Outcome outcome, Frame frame, int index, bool once, bool mirrored)
    {
        var seen = SeenOutcome.Of(outcome);
        if (_amounts.Read(seen, frame, index, once) is not { } amount)
            return;
        var year = once ? (index - 1) / RehearsalCalendar.Months : index / RehearsalCalendar.Months;
        _ledger.Enter(year, new EntryKey(0, place, side, seen.Slot), seen, amount, frame, _record.Weight);
        if (mirrored)
            _ledger.Enter(year, new EntryKey(0, place, Side.After, seen.Slot), seen, amount, frame, _record.Weight);
    }

    private void NoteConflicts(int place, DateOnly day)
    {
        foreach (var outcome in _after[place])
            if (outcome.Status == OutcomeStatus.Conflict && SeenOutcome.Same(_now[place], outcome)?.Status != OutcomeStatus.Conflict)
                _conflicts.Note(_number, _record.Id, quantities[place].Index, outcome, day);
    }

    private void CloseYear(int year)
    {
        for (var place = 0; place < quantities.Count; place++)
            if (quantities[place].IsTouched)
                NoteTransitions(year, place);
        _ledger.Close(year, [(0, _record.Weight)]);
    }

    private void NoteTransitions(int year, int place)
    {
        foreach (var outcome in _after[place])
            totals.Note(year, quantities[place].Index, SeenOutcome.Same(_now[place], outcome)?.Status, outcome.Status, _record.Weight);
        foreach (var outcome in _now[place])
            if (SeenOutcome.Same(_after[place], outcome) is null)
                totals.Note(year, quantities[place].Index, outcome.Status, null, _record.Weight);
    }
}
