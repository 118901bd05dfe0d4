using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>The answers of one family while it is at hand.</summary>
internal sealed class BatchRows(IReadOnlyList<OutcomeKey> keys)
{
    private readonly (byte Status, int Rule, long? Value)[,] _answers = new (byte, int, long?)[keys.Count == 0 ? 0 : keys.Max(key => key.Index) + 1, ItemRanges.Longest];
    private int _children;

    public void Clear(int children)
    {
        Array.Clear(_answers);
        _children = children;
    }

    public void Set(OutcomeKey key, int row, Outcome outcome)
    {
        var status = BatchStatus.Of(outcome.Status);
        var winner = BatchStatus.HasWinner(status);
        _answers[key.Index, row] = (status, winner ? outcome.Rule?.Index ?? 0 : 0, winner ? outcome.Value : null);
    }

    public void AddTo(Totals totals, IReadOnlyList<OutcomeColumn> columns, Population population, int family, FactDefinition? division)
    {
        var place = division is null ? (long?)null
            : population.Column(PopulationTable.Family, division) is { } column && column.IsKnown(family) ? column[family] : Totals.UnknownDivision;
        foreach (var key in keys)
        {
            var first = key.Rows == PopulationTable.Children ? population.Children.Offsets[family] : family;
            var count = key.Rows == PopulationTable.Children ? _children : 1;
            for (var row = 0; row < count; row++)
            {
                var (status, rule, value) = _answers[key.Index, row];
                totals.Add(key, status, rule, 1, value ?? 0);
                if (place is { } known)
                    totals.AddDivision(key, known, status, 1, value ?? 0);
                if (columns.Count > 0)
                    columns[key.Index].Set(first + row, status, rule, value);
            }
        }
    }
}
