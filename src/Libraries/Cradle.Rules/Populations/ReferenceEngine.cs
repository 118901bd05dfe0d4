using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>Answers a population family by family through the <see cref="Evaluator"/>: slow, and by definition right.</summary>
public sealed class ReferenceEngine : IBatchEngine
{
    private readonly Evaluator _evaluator;
    private readonly Dictionary<(CompiledQuantity, Binding.EntityReference?, bool), OutcomeKey> _keys = [];
    private readonly IReadOnlyList<OutcomeKey> _answered;
    private readonly IReadOnlyList<CompiledQuantity> _quantities;

    /// <summary>An engine for a policy.</summary>
    public ReferenceEngine(CompiledPolicy policy)
        : this(policy, OutcomeKey.AllOf(policy), null)
    {
    }

    /// <summary>An engine that answers some of the columns and leaves the others empty.</summary>
    internal ReferenceEngine(CompiledPolicy policy, IReadOnlyList<OutcomeKey> keys, IReadOnlyCollection<OutcomeKey>? answered)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (_evaluator, Keys, _answered) = (new Evaluator(policy), keys, [.. answered ?? keys]);
        _quantities = [.. _answered.Select(key => key.Quantity).Distinct()];
        foreach (var key in _answered)
            _keys[(key.Quantity, key.Parent, key.IsDraft)] = key;
    }

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeKey> Keys { get; }

    /// <inheritdoc/>
    public BatchResult Run(Population population, DateOnly asOf, BatchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(request);
        var totals = new Totals(Keys);
        var columns = OutcomeColumn.For(request, Keys, population);
        Fill(population, asOf, request, totals, columns, cancellation);
        totals.AddFamilies(population.Count);
        return new BatchResult(asOf, totals, columns);
    }

    /// <summary>Adds the answers of its columns to totals and rows.</summary>
    internal void Fill(
        Population population, DateOnly asOf, BatchRequest request, Totals totals, IReadOnlyList<OutcomeColumn> columns, CancellationToken cancellation)
    {
        var rows = new BatchRows(_answered);
        for (var family = 0; family < population.Count; family++)
        {
            cancellation.ThrowIfCancellationRequested();
            Answer(population, family, asOf, rows);
            rows.AddTo(totals, columns, population, family, request.Division);
        }
    }

    /// <summary>Answers one family; instances that no outcome names stay <see cref="BatchStatus.None"/>.</summary>
    private void Answer(Population population, int family, DateOnly asOf, BatchRows rows)
    {
        rows.Clear(population.Children.Offsets[family + 1] - population.Children.Offsets[family]);
        var facts = population.Family(family, asOf);
        foreach (var quantity in _quantities)
            foreach (var outcome in _evaluator.Alone(quantity, facts))
                if (_keys.TryGetValue((quantity, outcome.Parent, outcome.IsDraft), out var key))
                    rows.Set(key, outcome.Child ?? 0, outcome);
    }
}
