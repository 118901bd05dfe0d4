using System.Numerics;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Lowering;

/// <summary>
/// The rules of one region and interval as one decision: rule by rule it branches on "applies", and where that is unknown it joins both branches.
/// So every way the unknowns may turn out is compared without being walked. The meaning is <see cref="RuleGroup.Evaluate"/> and what
/// <see cref="OutcomeBuilder"/> makes of it.
/// </summary>
internal sealed class GroupLowering
{
    private readonly OpGraph _graph;
    private readonly RuleGroup _group;
    private readonly LowRule[] _rules;
    private readonly WindowLowering _window;
    private readonly Dictionary<uint, LowAnswer> _leaves = [];
    private LowAnswer? _answer;

    public GroupLowering(LoweringScope scope, RuleGroup group, QuantityHeader header, bool isDraft)
    {
        (_graph, _group) = (scope.Graph, group);
        _rules = [.. group.Rules.Select(scope.Lower)];
        _window = new WindowLowering(scope, header, isDraft);
        Exact = _rules.Aggregate(_graph.True, (exact, rule) => _graph.And(exact, _graph.Or(rule.Applies.True, rule.Applies.False)));
        if (_rules.Count(rule => !IsCertain(rule)) > RuleGroup.EnumeratedUnknowns)
            throw new NotLoweredException($"More than {RuleGroup.EnumeratedUnknowns} rules may be unknown at once.");
    }

    /// <summary>Whether it is known of every rule whether it applies.</summary>
    public Op Exact { get; }

    /// <summary>What the rules come to.</summary>
    public LowAnswer Lower() => _answer ??= _rules.Length == 0 ? WindowLowering.Nothing(_graph) with { Spoken = _graph.False } : Branch(0, 0);

    private bool IsCertain(LowRule rule) => _graph.Or(rule.Applies.True, rule.Applies.False).IsTrue;

    private LowAnswer Branch(int index, uint applicable)
    {
        if (index == _rules.Length)
            return Leaf(_group.Standing(applicable));
        var applies = _rules[index].Applies;
        if (applies.True.IsTrue)
            return Branch(index + 1, applicable | 1u << index);
        var without = Branch(index + 1, applicable);
        if (applies.False.IsTrue)
            return without;
        var with = Branch(index + 1, applicable | 1u << index);
        return LowAnswer.Choose(_graph, applies.True, with, LowAnswer.Choose(_graph, applies.False, without, LowAnswer.Join(_graph, without, with)));
    }

    private LowAnswer Leaf(uint active)
    {
        if (_leaves.TryGetValue(active, out var leaf))
            return leaf;
        return _leaves[active] = Resolve(active);
    }

    private LowAnswer Resolve(uint active)
    {
        if (active == 0)
            return WindowLowering.Nothing(_graph);
        uint open = 0, valued = 0;
        for (var rest = active; rest != 0; rest &= rest - 1)
        {
            var bit = rest & (~rest + 1);
            var rule = _rules[BitOperations.TrailingZeroCount(rest)];
            if (rule.Rule.NotSet is not null)
                open |= bit;
            else if (rule.HasValue)
                valued |= bit;
        }

        var floor = _group.Merging == MergeMode.Floor;
        if (valued != 0)
            return MergeLowering.Merge(_graph, _group.Merging, Rules(valued), open != 0 && floor, _window);
        var plain = active & ~open;
        return plain != 0
            ? _window.Answer(KindOf(Last(plain)), _graph.False, _graph.Constant(0), open != 0 && floor, [Last(plain)])
            : _window.Answer(ResultKind.NotSet, _graph.False, _graph.Constant(0), false, [Last(open)]);
    }

    internal static ResultKind KindOf(Rule rule) => rule.Strength == Strength.Must ? ResultKind.Right : ResultKind.Programme;

    private Rule Last(uint mask) => _rules[BitOperations.Log2(mask)].Rule;

    private List<LowRule> Rules(uint mask) => [.. _rules.Where((_, index) => (mask >> index & 1) != 0)];
}
