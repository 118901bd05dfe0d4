using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Rehearsal;

/// <summary>Keeps the first examples of conflicts that a reform brings, once a family and quantity.</summary>
internal sealed class ConflictNotes(RehearsalTotals totals)
{
    public void Note(long family, string id, int quantity, Outcome outcome, DateOnly day)
    {
        if (totals.NewConflicts.Count < RehearsalTotals.MostExamples && !totals.NewConflicts.Exists(conflict => conflict.Family == family && conflict.Quantity == quantity))
            totals.NewConflicts.Add(new NewConflict(
                family, id, quantity, outcome.Child is { } child ? $"children[{child}]" : outcome.Beneficiary, day, [.. outcome.Voices.Select(rule => rule.Id)]));
    }
}
