using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Inside a rule's condition a decision table has a row for every family, and a unique table only one.</summary>
internal static class TableCheck
{
    public static void Run(Quantity quantity, Vocabulary vocabulary, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (var rule in quantity.Rules)
            if (rule.Table is { } table)
                Run(rule, table, quantity.Header, vocabulary, today, diagnostics);
    }

    private static void Run(Rule rule, DecisionTable table, QuantityHeader header, Vocabulary vocabulary, DateOnly today, DiagnosticBag diagnostics)
    {
        var nodes = table.Rows.Select(row => (Node)row.When).Concat(rule.When is null ? [] : [rule.When]).ToList();
        var hit = new bool[table.Rows.Count];
        var overlaps = new HashSet<(int, int)>();
        var hasGap = false;
        foreach (var frame in new Representatives(vocabulary, header, nodes, RuleVersions.Breaks([rule]), today).Frames())
        {
            if (!RuleVersions.IsInForce(rule, header, frame) || Interpreter.Test(rule.When, frame) != Kleene.True)
                continue;
            var states = table.Rows.Select(row => Interpreter.Test(row.When, frame)).ToList();
            var first = states.IndexOf(Kleene.True);
            if (first >= 0)
                hit[first] = true;
            if (first < 0 && !hasGap && !states.Contains(Kleene.Unknown) && Representatives.IsPossible(frame))
            {
                hasGap = true;
                diagnostics.Error("CR531", table.Position, $"The table of {rule.Id} has no row for {Representatives.Describe(frame, nodes)}.",
                    "Add a row, widen one, or narrow the rule's `when`.");
            }

            var second = first < 0 ? -1 : states.IndexOf(Kleene.True, first + 1);
            if (table.Unique && second > 0 && !overlaps.Contains((first, second)) && Representatives.IsPossible(frame))
            {
                overlaps.Add((first, second));
                diagnostics.Error("CR532", table.Rows[second].Position,
                    $"In the unique table of {rule.Id}, this row and the one at line {table.Rows[first].Position.Line} both fit {Representatives.Describe(frame, nodes)}.",
                    "Part the conditions, or write `hit: first`.");
            }
        }

        if (!hit.Contains(true))
            return;   // the rule itself is never reached: that is said once, of the rule
        for (var index = 0; index < hit.Length; index++)
            if (!hit[index])
                diagnostics.Warning("CR533", table.Rows[index].Position, $"No family reaches this row of {rule.Id}.", "Remove it, or correct its condition or the order of the rows.");
    }
}
