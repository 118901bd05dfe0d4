using Cradle.Rules.Packs;

namespace Cradle.Rules.Lowering;

/// <summary>One rule of one instance: whether it applies, and its value as far as known; the meaning is <see cref="Evaluation.RuleGroup"/>.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it applies.</param>
/// <param name="Known">Whether its value is known; set for a rule without one.</param>
/// <param name="Value">The value where known, else zero.</param>
/// <param name="Range">The least and greatest value still possible.</param>
internal sealed record LowRule(Rule Rule, LowCondition Applies, Op Known, Op Value, LowBounds Range)
{
    public bool HasValue => Rule.Value is not null || Rule.Table is not null;
}

/// <summary>Lowers rules.</summary>
internal static class RuleLowering
{
    public static LowRule Lower(this LoweringScope scope, Rule rule)
    {
        var graph = scope.Graph;
        var applies = scope.Lower(rule.When);
        if (applies.False.IsTrue)
            return new LowRule(rule, applies, graph.True, graph.Constant(0), graph.NoBounds());
        if (rule.Value is { } value)
        {
            var number = scope.Lower(value);
            return Of(graph, rule, applies, number.Known, number.Value, scope.BoundsOf(value));
        }

        return rule.Table is { } table
            ? LowerTable(scope, rule, table, applies)
            : new LowRule(rule, applies, graph.True, graph.Constant(0), new LowBounds(graph.True, graph.Constant(0), graph.Constant(0)));
    }

    private static LowRule Of(OpGraph graph, Rule rule, LowCondition applies, Op known, Op value, LowBounds range) =>
        new(rule, applies, known, graph.Select(known, value, graph.Constant(0)), range);

    /// <summary>Row by row, as the interpreter walks: a row that surely fits gives the value, one that may fit leaves it between bounds.</summary>
    private static LowRule LowerTable(LoweringScope scope, Rule rule, DecisionTable table, LowCondition applies)
    {
        var graph = scope.Graph;
        Op found = graph.False, open = graph.False, stopped = graph.False, known = graph.False, value = graph.Constant(0);
        LowBounds range = graph.NoBounds(), hull = graph.NoBounds();
        foreach (var row in table.Rows)
        {
            var hit = scope.Lower(row.When);
            var (number, bounds) = (scope.Lower(row.Value), scope.BoundsOf(row.Value));
            var active = graph.Not(graph.Or(found, stopped));
            var gives = graph.And(active, hit.True, table.Unique ? graph.True : graph.Not(open));
            (known, value, range) = (graph.Choose(gives, number.Known, known), graph.Select(gives, number.Value, value), graph.Choose(gives, bounds, range));
            found = graph.Or(found, gives);
            var opens = graph.And(active, graph.Not(gives), graph.Not(hit.False));
            hull = graph.Choose(opens, graph.Choose(open, graph.Hull(hull, bounds), bounds), hull);
            open = graph.Or(open, opens);
            stopped = graph.Or(stopped, graph.And(opens, hit.True));
        }

        var fits = graph.Or(found, open);
        var narrow = graph.And(hull.Bounded, graph.Equal(hull.Low, hull.High));
        return Of(
            graph, rule,
            new LowCondition(graph.And(applies.True, fits), graph.Or(applies.False, graph.Not(fits))),
            graph.Choose(found, known, narrow), graph.Select(found, value, hull.Low), graph.Choose(found, range, hull));
    }
}
