using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Rehearsal;

/// <summary>Finds the conflicts that a reform brings to families that are observed at once, and notes the examples that are kept when family after family is observed.</summary>
internal sealed class BlockConflicts(IReadOnlyList<MeasuredQuantity> quantities)
{
    private readonly Dictionary<(long Family, int Place), Found> _first = [];

    /// <summary>Finds those of a day.</summary>
    public void Find(Population population, FamilyStates states, int index, DayAnswers now, DayAnswers after)
    {
        foreach (var (key, column) in after.Columns)
        {
            var was = now.Columns.GetValueOrDefault(key);
            foreach (var row in ColumnRows.Telling(column, withoutTime: false))
                if (column.Status(row) == OutcomeStatus.Conflict && was?.Status(row) != OutcomeStatus.Conflict && states.At(population, column.Key.Rows, row, index) is { } instance)
                    Keep(states, new Found(instance.State, index, key.Place, instance.Child, key.Parent));
        }
    }

    /// <summary>Notes the first ones in the order of families, of their courses and of days.</summary>
    public void NoteIn(RehearsalTotals totals, FamilyStates states, RehearsalCalendar calendar, DayAnswers after)
    {
        var notes = new ConflictNotes(totals);
        foreach (var found in _first.Values.OrderBy(found => found.State.Family).ThenBy(found => found.Index).ThenBy(found => found.Place).Take(RehearsalTotals.MostExamples))
        {
            var day = calendar.Day(found.Index);
            found.State.Frame.MoveTo(day);
            var (number, record, _) = states.Families[found.State.Family];
            notes.Note(number, record.Id, quantities[found.Place].Index, after.Explain(found.Place, found.State.Frame, found.Child, found.Parent), day);
        }
    }

    private void Keep(FamilyStates states, Found found)
    {
        var key = (states.Families[found.State.Family].Number, found.Place);
        if (!_first.TryGetValue(key, out var before) || found.State.Family < before.State.Family)
            _first[key] = found;
    }

    private sealed record Found(FamilyState State, int Index, int Place, int? Child, EntityReference? Parent);
}
