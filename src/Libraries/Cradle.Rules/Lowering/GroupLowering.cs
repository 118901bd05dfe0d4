using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Lowering;

/// <summary>
/// The rules of one region and interval as one decision: rule by rule it branches on "applies", and where that is unknown it joins both branches.
/// So every way the unknowns may turn out is compared without being walked. The meaning is <see cref="RuleGroup"/> and what
/// <see cref="OutcomeBuilder"/> makes of it.
/// </summary>
internal sealed class GroupLowering
{
    private readonly OpGraph _graph;
    private readonly RuleGroup _group;
    private readonly LowRule[] _rules;
    private readonly WindowLowering _window;
    private readonly Dictionary<Verdict, LowAnswer> _leaves = [];
    private LowAnswer? _answer;

    public GroupLowering(LoweringScope scope, RuleGroup group, QuantityHeader header, bool isDraft)
    {
        (_graph, _group) = (scope.Graph, group);
        _rules = [.. group.Rules.Select(scope.Lower)];
        _window = new WindowLowering(scope, header, isDraft);
        Exact = _rules.Aggregate(_graph.True, (exact, rule) => _graph.And(exact, _graph.Or(rule.Applies.True, rule.Applies.False)));
        if (_rules.Count(rule => !IsCertain(rule)) > Worlds.Enumerated)
            throw new NotLoweredException($"More than {Worlds.Enumerated} rules may be unknown at once.");
    }

    /// <summary>Whether it is known of every rule whether it applies.</summary>
    public Op Exact { get; }

    /// <summary>What the rules come to.</summary>
    public LowAnswer Lower() => _answer ??= _rules.Length == 0 ? WindowLowering.Nothing(_graph) with { Spoken = _graph.False } : Branch(0, 0);

    private bool IsCertain(LowRule rule) => _graph.Or(rule.Applies.True, rule.Applies.False).IsTrue;

    private LowAnswer Branch(int index, uint applicable)
    {
        if (index == _rules.Length)
            return Leaf(_group.Precedence.Of(applicable));
        var applies = _rules[index].Applies;
        if (applies.True.IsTrue)
            return Branch(index + 1, applicable | 1u << index);
        var without = Branch(index + 1, applicable);
        if (applies.False.IsTrue)
            return without;
        var with = Branch(index + 1, applicable | 1u << index);
        return LowAnswer.Choose(_graph, applies.True, with, LowAnswer.Choose(_graph, applies.False, without, LowAnswer.Join(_graph, without, with)));
    }

    private LowAnswer Leaf(Verdict verdict)
    {
        if (_leaves.TryGetValue(verdict, out var leaf))
            return leaf;
        return _leaves[verdict] = Resolve(verdict);
    }

    private LowAnswer Resolve(Verdict verdict)
    {
        if (verdict.Valued != 0)
            return MergeLowering.Merge(_graph, _group.Merging, Rules(verdict.Valued), verdict, _window);
        return verdict.Rule < 0
            ? WindowLowering.Nothing(_graph)
            : _window.Answer(verdict.Kind, _graph.False, _graph.Constant(0), verdict.AtLeast, [_rules[verdict.Rule].Rule]);
    }

    private List<LowRule> Rules(uint mask) => [.. _rules.Where((_, index) => (mask >> index & 1) != 0)];
}
