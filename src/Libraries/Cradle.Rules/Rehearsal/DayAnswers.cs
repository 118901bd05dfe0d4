using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Rehearsal;

/// <summary>The answers of all families at hand in one world on one day.</summary>
internal sealed class DayAnswers(RehearsalEngine engine)
{
    private readonly Dictionary<(int Place, EntityReference? Parent), OutcomeColumn> _columns = [];
    private readonly List<Outcome> _outcomes = [];
    private readonly Reckoning _reckoning = new();
    private BatchResult? _result;

    /// <summary>The columns by quantity and parent.</summary>
    public IReadOnlyDictionary<(int Place, EntityReference? Parent), OutcomeColumn> Columns => _columns;

    /// <summary>Asks for a day.</summary>
    public void Ask(Population population, DateOnly day, CancellationToken cancellation)
    {
        _result = engine.Engine.Run(population, day, BatchRequest.Everything with { Reusing = _result }, cancellation);
        foreach (var column in _result.Columns)
            if (engine.PlaceOf(column.Key) is { } place)
                _columns[(place, column.Key.Parent)] = column;
    }

    /// <summary>Forgets the answers of other families.</summary>
    public void Clear() => _result = null;

    /// <summary>The answer of an instance.</summary>
    /// <param name="place">The quantity.</param>
    /// <param name="column">Its column.</param>
    /// <param name="row">The row.</param>
    /// <param name="frame">The family on that day.</param>
    /// <param name="child">The child, where it is asked of children.</param>
    public SeenOutcome Read(int place, OutcomeColumn column, int row, Frame frame, int? child)
    {
        var status = column.Status(row)!.Value;
        return status == OutcomeStatus.Unknown
            ? SeenOutcome.Of(Explain(place, frame, child, column.Key.Parent))
            : new SeenOutcome(column.Key.Quantity.Header, status, column.Value(row), null, engine.Rules[column.Rule(row)], child, column.Key.Parent);
    }

    /// <summary>The whole outcome of an instance, from the interpreter.</summary>
    public Outcome Explain(int place, Frame frame, int? child, EntityReference? parent)
    {
        _outcomes.Clear();
        engine.Evaluator.AnswerInstance(engine.QuantityOf(place), child, parent, isDraft: false, frame, _reckoning, _outcomes);
        return _outcomes.Count > 0 ? _outcomes[0]
            : throw new InvalidOperationException($"The interpreter has no {engine.QuantityOf(place).Header.Id} where the batch has one.");
    }
}
