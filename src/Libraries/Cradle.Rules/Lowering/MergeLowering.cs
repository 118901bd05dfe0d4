using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Lowering;

/// <summary>Rules with a value that apply together; the meaning is the merging of <see cref="RuleGroup"/>.</summary>
internal static class MergeLowering
{
    public static LowAnswer Merge(OpGraph graph, MergeMode mode, IReadOnlyList<LowRule> rules, Verdict verdict, WindowLowering window)
    {
        var first = rules[0];
        Op known = first.Known, value = first.Value, picked = graph.Constant(first.Rule.Index), conflict = graph.False, contender = graph.Constant(0);
        var range = Range(graph, first);
        foreach (var rule in rules.Skip(1))
        {
            known = graph.And(known, rule.Known);
            var (own, index) = (Range(graph, rule), graph.Constant(rule.Rule.Index));
            var bounded = graph.And(range.Bounded, own.Bounded);
            switch (mode)
            {
                case MergeMode.Floor:
                    picked = graph.Select(graph.Less(rule.Value, value), picked, index);
                    (value, range) = (graph.Max(value, rule.Value), new LowBounds(bounded, graph.Max(range.Low, own.Low), graph.Max(range.High, own.High)));
                    break;
                case MergeMode.Cap:
                    picked = graph.Select(graph.Less(value, rule.Value), picked, index);
                    (value, range) = (graph.Min(value, rule.Value), new LowBounds(bounded, graph.Min(range.Low, own.Low), graph.Min(range.High, own.High)));
                    break;
                case MergeMode.Add:
                    picked = index;
                    (value, range) = (graph.Add(value, rule.Value), new LowBounds(bounded, graph.Add(range.Low, own.Low), graph.Add(range.High, own.High)));
                    break;
                default:
                    var differs = graph.And(graph.Not(conflict), known, graph.Not(graph.Equal(rule.Value, value)));
                    contender = graph.Select(differs, index, contender);
                    conflict = graph.Or(conflict, differs);
                    picked = index;
                    range = graph.Hull(range with { Bounded = bounded }, own);
                    break;
            }
        }

        // bounds that meet are as good as a known value
        var meets = graph.And(graph.Not(known), range.Bounded, graph.Equal(range.Low, range.High));
        var answer = window.Answer(
            verdict.Kind, graph.True, graph.Select(known, value, graph.Select(meets, range.Low, graph.Constant(0))), verdict.AtLeast,
            [.. rules.Select(rule => rule.Rule)], picked) with { Settled = graph.Or(known, meets) };
        return conflict.IsFalse ? answer : LowAnswer.Choose(graph, conflict, window.Conflict(contender), answer);
    }

    /// <summary>The bounds of a rule that applies; without any, its value (zero while unknown) stands for both, as in the interpreter.</summary>
    private static LowBounds Range(OpGraph graph, LowRule rule) => rule.Range with
    {
        Low = graph.Select(rule.Range.Bounded, rule.Range.Low, rule.Value),
        High = graph.Select(rule.Range.Bounded, rule.Range.High, rule.Value),
    };
}
