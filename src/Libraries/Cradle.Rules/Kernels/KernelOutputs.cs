using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// The outputs of a kernel. An answer is made of bits; columns of answers that hang on the same bit, or on its opposite, share one mask. Masks are counted, so counts
/// cost nothing more, and what the counts leave of all rows needs no mask.
/// </summary>
internal sealed class KernelOutputs(OpGraph graph, KernelWrites writes)
{
    private readonly Dictionary<(PopulationTable, Op), int> _numbers = [];
    private readonly List<MaskOutput> _masks = [];
    private readonly List<ColumnOutput> _columns = [];
    private readonly List<(LoweredOutcome Outcome, byte Status, int Rule, RowsOf? Rows, Op? Value)> _cells = [];
    private readonly Dictionary<OutcomeKey, AnswerMasks> _answers = [];

    public IReadOnlyList<MaskOutput> Masks => _masks;

    public IReadOnlyList<ColumnOutput> Columns => _columns;

    /// <summary>Which masks make up the answers that are kept.</summary>
    public IReadOnlyDictionary<OutcomeKey, AnswerMasks> Answers => _answers;

    /// <summary>How many answers there are to count and to sum.</summary>
    public int Cells => _cells.Count;

    /// <summary>Adds a column of answers.</summary>
    public void Add(LoweredOutcome outcome)
    {
        var (key, cells) = (outcome.Key, CellsOf(outcome));
        var winners = cells.Count(cell => BatchStatus.HasWinner(cell.Status));
        foreach (var (index, cell) in cells.Index())
        {
            var value = !BatchStatus.HasWinner(cell.Status) ? null
                : winners == 1 ? outcome.Value   // it is zero wherever nothing has won
                : graph.Select(cell.Where, outcome.Value, graph.Constant(0));
            _cells.Add((outcome, cell.Status, cell.Rule, index == cells.Count - 1 ? null : Rows(key.Rows, cell.Where, isKept: false), value));
        }

        if (writes.HasFlag(KernelWrites.Statuses))
            _columns.Add(new ColumnOutput(key, Written.Status, outcome.Status));
        if (writes.HasFlag(KernelWrites.Answers))
        {
            _answers[key] = new AnswerMasks(
                [.. Enumerable.Range(0, OutcomeColumn.Planes).Select(plane => Rows(key.Rows, graph.BitOf(outcome.Status, plane), isKept: true))],
                Rows(key.Rows, writes.HasFlag(KernelWrites.Values) ? outcome.HasValue : graph.False, isKept: true));
            if (key.OnlyRule is null)
                _columns.Add(new ColumnOutput(key, Written.Rule, outcome.Rule));
        }

        if (writes.HasFlag(KernelWrites.Values) && key.Quantity.Header.ValueType is not null)
            _columns.Add(new ColumnOutput(key, Written.Value, outcome.Value));
    }

    /// <summary>The sums, and what is counted and summed for whom. No column can be added afterwards.</summary>
    public (IReadOnlyList<SumOutput> Sums, IReadOnlyList<Attribution> Attributions) Complete()
    {
        var sums = new LinearSums(this);
        // sums of sums come last: then their parts are there already
        foreach (var cell in _cells.OrderBy(cell => cell.Value?.Kind is OpKind.Add or OpKind.Subtract))
            if (cell.Value is not null)
                _ = sums.Of(cell.Outcome.Key.Rows, cell.Value);
        return (sums.Outputs, [.. _cells.Select(cell => new Attribution(
            cell.Outcome.Key, cell.Status, cell.Rule, cell.Rows, cell.Value is null ? [] : sums.Of(cell.Outcome.Key.Rows, cell.Value)))]);
    }

    /// <summary>The rows where a bit is set, by a mask.</summary>
    public RowsOf Rows(PopulationTable table, Op bit, bool isKept)
    {
        if (bit.IsConstant)
            return new RowsOf(null, bit.IsTrue);
        if (bit.Kind == OpKind.Not)
            return Rows(table, bit.First, isKept) is var opposite ? opposite with { IsInverted = !opposite.IsInverted } : default;
        if (!_numbers.TryGetValue((table, bit), out var number))
        {
            _numbers[(table, bit)] = number = _masks.Count;
            _masks.Add(new MaskOutput(table, bit, _masks.Count(mask => mask.Table == table)));
        }

        _masks[number].IsKept |= isKept;
        return new RowsOf(number, false);
    }

    /// <summary>Every status and rule that can occur, with the bit that says so; the one that is not counted comes last.</summary>
    private List<(byte Status, int Rule, Op Where)> CellsOf(LoweredOutcome outcome)
    {
        var cells = new List<(byte Status, int Rule, Op Where)>();
        for (byte status = 0; status < BatchStatus.Count; status++)
        {
            var where = graph.Equal(outcome.Status, graph.Constant(status));
            if (where.IsFalse)
                continue;
            if (BatchStatus.HasWinner(status))
                cells.AddRange(outcome.Key.Quantity.Quantity.Rules
                    .Select(rule => (status, rule.Index, graph.And(where, graph.Equal(outcome.Rule, graph.Constant(rule.Index))))).Where(cell => !cell.Item3.IsFalse));
            else
                cells.Add((status, 0, where));
        }

        return [.. cells.OrderBy(cell => cell.Where.IsTrue ? 3 : cell.Status == BatchStatus.Of(OutcomeStatus.NotEntitled) ? 2 : BatchStatus.HasWinner(cell.Status) ? 0 : 1)];
    }
}

/// <summary>The masks of an answer that is kept.</summary>
/// <param name="Status">The four bits of its status.</param>
/// <param name="HasValue">Where it has a value that is kept.</param>
internal sealed record AnswerMasks(RowsOf[] Status, RowsOf HasValue);
