using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Rehearsal;

/// <summary>
/// Observes many families at once, a day after the other, by batch engines. What a batch does not tell, the bounds and the clause of what is unknown, is asked of the
/// interpreter for that one instance. It comes to the totals of <see cref="FamilyObserver"/>. Not safe to share between threads.
/// </summary>
internal sealed class BlockObserver(
    RehearsalEngine now, RehearsalEngine after, IReadOnlyList<MeasuredQuantity> quantities, RehearsalCalendar calendar, BirthProjection projection, RehearsalTotals totals)
{
    private readonly YearLedger _ledger = new(quantities, totals, now.Policy, after.Policy);
    private readonly AmountReader _amounts = new(calendar);
    private readonly DayAnswers _now = new(now);
    private readonly DayAnswers _after = new(after);
    private FamilyStates _states = new(now.Policy.Pack.Vocabulary);
    private BlockConflicts _conflicts = new(quantities);

    /// <summary>Observes families through all years.</summary>
    /// <param name="first">The place of the first one in the population.</param>
    /// <param name="records">The families.</param>
    /// <param name="cancellation">Stops between days.</param>
    public void Observe(long first, ReadOnlySpan<FamilyRecord> records, CancellationToken cancellation)
    {
        (_states, _conflicts) = (new FamilyStates(now.Policy.Pack.Vocabulary), new BlockConflicts(quantities));
        for (var index = 0; index < records.Length; index++)
        {
            var record = records[index];
            totals.Families++;
            totals.Weight = checked(totals.Weight + record.Weight);
            foreach (var course in projection.Courses(record))
            {
                totals.CountBirths(course, record.Weight, calendar);
                _states.Add(first + index, record, course, calendar);
            }
        }

        var population = _states.Build();
        _now.Clear();
        _after.Clear();
        for (var index = 0; index < calendar.Observations; index++)
            Look(population, index, cancellation);
        _conflicts.NoteIn(totals, _states, calendar, _after);
    }

    private void Look(Population population, int index, CancellationToken cancellation)
    {
        var day = calendar.Day(index);
        foreach (var state in _states.Rows)
            state.Frame.MoveTo(day);
        _now.Ask(population, day, cancellation);
        _after.Ask(population, day, cancellation);
        if (index > 0)
        {
            Enter(population, index, once: true);
            if (index % RehearsalCalendar.Months == 0)
                CloseYear(population, index);
        }

        if (index >= calendar.Observations - 1)
            return;
        Enter(population, index, once: false);
        _conflicts.Find(population, _states, index, _now, _after);
    }

    private void Enter(Population population, int index, bool once)
    {
        foreach (var ((place, _), column) in _now.Columns)
            Enter(population, index, once, _now, Side.Now, place, column);
        foreach (var ((place, _), column) in _after.Columns)
            Enter(population, index, once, _after, Side.After, place, column);
    }

    private void Enter(Population population, int index, bool once, DayAnswers answers, Side side, int place, OutcomeColumn column)
    {
        var quantity = quantities[place];
        if (!(once ? quantity.MayComeOnce : quantity.MayComeAgain || index == 0))
            return;   // what has no first day at all is taken as it stands on the very first observation
        var year = once ? (index - 1) / RehearsalCalendar.Months : index / RehearsalCalendar.Months;
        foreach (var row in ColumnRows.Telling(column, withoutTime: once || index == 0))
        {
            if (_states.At(population, column.Key.Rows, row, index) is not { } instance)
                continue;
            var frame = instance.State.Frame;
            if (quantity.HasOneTime && !_amounts.IsItsMonth(new SeenOutcome(column.Key.Quantity.Header, OutcomeStatus.Unknown, column.Value(row), null, null, instance.Child, column.Key.Parent), frame, index, once))
                continue;
            var seen = answers.Read(place, column, row, frame, instance.Child);
            if (_amounts.Read(seen, frame, index, once) is not { } amount)
                continue;
            var key = new EntryKey(instance.State.Family, place, side, seen.Slot);
            var weight = _states.Families[instance.State.Family].Record.Weight;
            _ledger.Enter(year, key, seen, amount, frame, weight);
            if (!quantity.IsTouched)
                _ledger.Enter(year, key with { Side = Side.After }, seen, amount, frame, weight);
        }
    }

    private void CloseYear(Population population, int index)
    {
        var year = index / RehearsalCalendar.Months - 1;
        foreach (var (place, parent) in _now.Columns.Keys.Concat(_after.Columns.Keys).Distinct().Where(key => quantities[key.Place].IsTouched))
            NoteTransitions(population, index, year, place, parent);
        var day = calendar.Day(index).DayNumber;
        _ledger.Close(year, _states.Families.Index().Where(item => item.Item.ExistsFrom <= day).Select(item => (item.Index, item.Item.Record.Weight)));
    }

    private void NoteTransitions(Population population, int index, int year, int place, EntityReference? parent)
    {
        var (was, becomes) = (_now.Columns.GetValueOrDefault((place, parent)), _after.Columns.GetValueOrDefault((place, parent)));
        var table = (was ?? becomes)!.Key.Rows;
        foreach (var row in ColumnRows.Telling(was, becomes))
            if (_states.At(population, table, row, index) is { } instance)
                totals.Note(year, quantities[place].Index, was?.Status(row), becomes?.Status(row), _states.Families[instance.State.Family].Record.Weight);
    }
}
