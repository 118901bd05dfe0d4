using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>One column of answers as operations: what a kernel computes for every row.</summary>
/// <param name="Key">The column.</param>
/// <param name="Status">The status byte.</param>
/// <param name="HasValue">Whether there is a value.</param>
/// <param name="Value">The value; zero without one.</param>
/// <param name="Rule">The winning rule; zero without one.</param>
internal sealed record LoweredOutcome(OutcomeKey Key, Op Status, Op HasValue, Op Value, Op Rule);

/// <summary>Lowers a column of answers: whose instance, which region, which version, which rules; the meaning is <see cref="Evaluator"/>.</summary>
internal sealed class OutcomeLowering(CompiledPolicy policy, OpGraph graph, Op today, OutcomeKey key)
{
    private readonly LoweringScope _scope = new(policy, graph, today, key.Parent ?? EntityReference.Mother);
    private readonly Dictionary<RuleGroup, GroupLowering> _groups = [];

    private QuantityHeader Header => key.Quantity.Header;

    /// <exception cref="NotLoweredException">It cannot be proven that every figure fits.</exception>
    public LoweredOutcome Lower()
    {
        var (region, anchor) = (_scope.Lower(Header.Region), _scope.Lower(Header.Anchor));
        var answer = region.Known.IsFalse ? Open(anchor) : LowAnswer.Choose(graph, region.Known, InRegion(region.Value, anchor), Open(anchor));
        var present = graph.And(InstanceLowering.IsPresent(_scope, key), answer.Spoken);
        var unknown = Code(OutcomeStatus.Unknown);
        var status = graph.Select(present, graph.Select(answer.Settled, answer.Status, unknown), graph.Constant(BatchStatus.None));
        var winner = graph.Not(graph.Or(
            [graph.Equal(status, unknown), graph.Equal(status, Code(OutcomeStatus.NotEntitled)), graph.Equal(status, graph.Constant(BatchStatus.None))]));
        var hasValue = graph.And(winner, answer.HasValue);
        return new LoweredOutcome(
            key, status, hasValue, graph.Select(hasValue, answer.Value, graph.Constant(0)), graph.Select(winner, answer.Rule, graph.Constant(0)));
    }

    private LowAnswer InRegion(Op region, LowNumber anchor)
    {
        if (region.Kind == OpKind.Constant)
            return InSet(key.Lane[policy.RegionOf(region.Constant)], anchor);
        var sets = key.Lane.Different;
        var setOfRegion = policy.Regions.Select(index => Array.IndexOf(sets, key.Lane[index])).ToArray();
        var merge = new RegionMerge(policy, graph, region, setOfRegion);
        return LowAnswer.Merge([.. sets.Select(set => InSet(set, anchor))], merge.Merge);
    }

    private LowAnswer InSet(RuleSet? set, LowNumber anchor)
    {
        if (set is null)
            return NoOutcome();
        return anchor.Known.IsFalse ? Undated(set) : LowAnswer.Choose(graph, anchor.Known, Dated(set, anchor.Value, index => InForce(set, index)), Undated(set));
    }

    /// <summary>While the region is not known, the answer stands only where every region agrees; what no place gives, and some have no rule for, is no outcome.</summary>
    private LowAnswer Open(LowNumber anchor)
    {
        var answer = key.Lane.Different
            .Select(set => set is null ? Silent() : anchor.Known.IsFalse ? Undated(set)
                : LowAnswer.Choose(graph, anchor.Known, Dated(set, anchor.Value, index => OpenSegment(set, index)), Undated(set)))
            .Aggregate((first, other) => LowAnswer.Join(graph, first, other));
        var none = graph.And(answer.Settled, graph.Equal(answer.Kind, graph.Constant((int)ResultKind.None)));
        return Array.IndexOf(key.Lane.Different, null) < 0 ? answer : answer with { Spoken = graph.And(answer.Spoken, graph.Not(none)) };
    }

    private LowAnswer Dated(RuleSet set, Op day, Func<int, LowAnswer> segment)
    {
        var (first, last) = (set.IndexOf(day.Low), set.IndexOf(day.High));
        var answer = segment(first);
        for (var index = first + 1; index <= last; index++)
            answer = LowAnswer.Choose(graph, graph.Less(day, graph.Constant(set.Segments[index].From)), answer, segment(index));
        return answer;
    }

    private LowAnswer Undated(RuleSet set) => set.Segments.Select(segment => Group(segment.Group).Lower()).Aggregate((first, other) => LowAnswer.Join(graph, first, other));

    private LowAnswer InForce(RuleSet set, int index) => set.Segments[index].Group.Rules.Count > 0 ? Group(set.Segments[index].Group).Lower() : OutOfForce(set, index);

    private LowAnswer OutOfForce(RuleSet set, int index)
    {
        if (Header.Anchor is not AsOf)
            return WindowLowering.Nothing(graph);
        var (ended, endedBy) = Positive(set, index - 1);
        var (coming, comingBy) = Positive(set, index + 1);
        return NoOutcome() with
        {
            Status = graph.Select(ended, Code(OutcomeStatus.Ended), graph.Select(coming, Code(OutcomeStatus.NotYet), graph.Constant(BatchStatus.None))),
            Rule = graph.Select(ended, endedBy, comingBy),
        };
    }

    /// <summary>A place whose rules ended, or are still to come, gives another answer than none.</summary>
    private LowAnswer OpenSegment(RuleSet set, int index)
    {
        if (set.Segments[index].Group.Rules.Count > 0)
            return Group(set.Segments[index].Group).Lower();
        return Header.Anchor is not AsOf ? Silent()
            : Silent() with { Settled = graph.Not(graph.Or(Positive(set, index - 1).Holds, Positive(set, index + 1).Holds)) };
    }

    private (Op Holds, Op Rule) Positive(RuleSet set, int index)
    {
        if (index < 0 || index >= set.Segments.Count)
            return (graph.False, graph.Constant(0));
        var group = Group(set.Segments[index].Group);
        var answer = group.Lower();
        return (graph.And(group.Exact, answer.Settled, graph.Not(graph.Equal(answer.Kind, graph.Constant((int)ResultKind.None)))), answer.Rule);
    }

    private GroupLowering Group(RuleGroup group) =>
        _groups.TryGetValue(group, out var lowering) ? lowering : _groups[group] = new GroupLowering(_scope, group, Header, key.IsDraft);

    private LowAnswer NoOutcome() => WindowLowering.Nothing(graph) with { Status = graph.Constant(BatchStatus.None) };

    private LowAnswer Silent() => WindowLowering.Nothing(graph) with { Spoken = graph.False };

    private Op Code(OutcomeStatus status) => graph.Constant(BatchStatus.Of(status));
}
