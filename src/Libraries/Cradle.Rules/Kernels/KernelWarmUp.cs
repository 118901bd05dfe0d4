using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// The first kernel of a process waits for the runtime to compile the emitter, which takes several times as long as its own code. So a small kernel that has a bit of
/// everything is made on another core while the rules are still being lowered.
/// </summary>
internal static class KernelWarmUp
{
    private static int _begun;

    /// <summary>Begins, the first time it is called.</summary>
    /// <param name="keys">The columns that will be asked for; one of each table is made.</param>
    /// <param name="vocabulary">Their facts.</param>
    /// <param name="lanes">What the code will work on.</param>
    /// <param name="writes">What it will write.</param>
    public static void Begin(IReadOnlyList<OutcomeKey> keys, Vocabulary vocabulary, LaneSet lanes, KernelWrites writes)
    {
        if (keys.Count > 0 && Interlocked.Exchange(ref _begun, 1) == 0)
            _ = Task.Run(() => Make(keys, vocabulary, lanes, writes));
    }

    /// <summary>Makes the small kernel, of which nothing but the compiled emitter is kept.</summary>
    internal static KernelProgram Make(IReadOnlyList<OutcomeKey> keys, Vocabulary vocabulary, LaneSet lanes, KernelWrites writes)
    {
        var graph = new OpGraph(PopulationProfile.Anything);
        var outcomes = keys.DistinctBy(key => key.Rows).Select(key => OutcomeOf(key, graph, vocabulary)).ToList();
        return KernelProgram.Compile(LoweredPolicy.Of(graph, outcomes), lanes, writes);
    }

    private static LoweredOutcome OutcomeOf(OutcomeKey key, OpGraph graph, Vocabulary vocabulary)
    {
        var (zero, one) = (graph.Constant(0), graph.Constant(1));
        var items = new Loop(PopulationTable.Children, RowVariable.Item);
        Op test = graph.ListKnown(PopulationTable.Children), value = graph.Sum(items, one);
        foreach (var column in ColumnsOf(vocabulary, key.Rows == PopulationTable.Children))
        {
            var holds = graph.And(graph.Known(column), graph.Less(Whole(graph, column), graph.Constant(2)));
            test = graph.Or(test, holds);
            value = graph.Add(value, column.Row == RowVariable.Item
                ? graph.Add(graph.Sum(items, graph.Select(holds, one, zero)), graph.Select(graph.Any(items, holds), one, zero))
                : graph.Max(graph.Select(holds, one, zero), graph.Min(value, graph.Constant(3))));
        }

        value = graph.Divide(RoundingMode.HalfUp, graph.Multiply(graph.Min(value, graph.Constant(9)), graph.Constant(2)), graph.Constant(3));
        var status = graph.Select(test, graph.Constant(BatchStatus.Of(OutcomeStatus.Entitled)), graph.Constant(BatchStatus.Of(OutcomeStatus.NotEntitled)));
        var rule = key.Quantity.Quantity.Rules.Select(rule => rule.Index).DefaultIfEmpty().First();
        return new LoweredOutcome(key, status, test, graph.Select(test, value, zero), graph.Select(test, graph.Constant(rule), zero));
    }

    private static IEnumerable<ColumnReference> ColumnsOf(Vocabulary vocabulary, bool ofChild) =>
        OfEachType(vocabulary, EntityKind.Family).Select(fact => new ColumnReference(PopulationTable.Family, fact, RowVariable.Family))
            .Concat(OfEachType(vocabulary, EntityKind.Child).Select(fact => new ColumnReference(PopulationTable.Children, fact, ofChild ? RowVariable.Child : RowVariable.Item)));

    private static IEnumerable<FactDefinition> OfEachType(Vocabulary vocabulary, EntityKind entity) => vocabulary.FactsOf(entity).DistinctBy(fact => fact.Type.Kind);

    private static Op Whole(OpGraph graph, ColumnReference column) => column.Fact.Type.Kind == ValueKind.Division ? graph.Place(new LiesIn(1), graph.Column(column)) : graph.Column(column);
}
