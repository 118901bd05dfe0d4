using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>Answers a population family by family through the <see cref="Evaluator"/>: slow, and by definition right.</summary>
public sealed class ReferenceEngine : IBatchEngine
{
    private readonly Evaluator _evaluator;
    private readonly Dictionary<(CompiledQuantity, Binding.EntityReference?, bool), OutcomeKey> _keys = [];
    private readonly Dictionary<QuantityHeader, CompiledQuantity> _quantities = new(ReferenceEqualityComparer.Instance);

    /// <summary>An engine for a policy.</summary>
    public ReferenceEngine(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _evaluator = new Evaluator(policy);
        Keys = OutcomeKey.AllOf(policy);
        foreach (var key in Keys)
            _keys[(key.Quantity, key.Parent, key.IsDraft)] = key;
        foreach (var quantity in policy.Quantities)
            _quantities[quantity.Header] = quantity;
    }

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeKey> Keys { get; }

    /// <inheritdoc/>
    public BatchResult Run(Population population, DateOnly asOf, BatchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        var totals = new Totals(Keys);
        IReadOnlyList<OutcomeColumn> columns = request.Outcomes ? [.. Keys.Select(key => new OutcomeColumn(key, population.Rows(key.Rows), request.Values))] : [];
        var rows = new BatchRows(Keys);
        for (var family = 0; family < population.Count; family++)
        {
            cancellation.ThrowIfCancellationRequested();
            Answer(population, family, asOf, rows);
            rows.AddTo(totals, columns, population, family, request.Division);
        }

        totals.AddFamilies(population.Count);
        return new BatchResult(asOf, totals, columns);
    }

    /// <summary>Answers one family; instances that no outcome names stay <see cref="BatchStatus.None"/>.</summary>
    internal void Answer(Population population, int family, DateOnly asOf, BatchRows rows)
    {
        rows.Clear(population.Children.Offsets[family + 1] - population.Children.Offsets[family]);
        foreach (var outcome in _evaluator.Evaluate(population.Family(family, asOf)).Outcomes)
            rows.Set(_keys[(_quantities[outcome.Header], outcome.Parent, outcome.IsDraft)], outcome.Child ?? 0, outcome);
    }
}
