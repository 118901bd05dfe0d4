using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary><c>replaces</c> and <c>restates</c> name rules of the same quantity, of the same level or above, and never in a circle; a draft replaces no rule in force.</summary>
internal static class ReferenceCheck
{
    public static void Run(Quantity quantity, RuleIndex rules, DiagnosticBag diagnostics)
    {
        foreach (var rule in quantity.Rules)
        {
            foreach (var target in rule.Replaces)
                CheckTarget(quantity, rule, target, "replaces", rules, diagnostics);
            if (rule.Restates is { } restated)
                CheckTarget(quantity, rule, restated, "restates", rules, diagnostics);
            if (LeadsBack(rule, rules))
                diagnostics.Error("CR515", rule.Position, $"{rule.Id} is replaced, over other rules, by itself.", "Break the circle of `replaces`: one of two rules is the exception, not both.");
        }
    }

    private static void CheckTarget(Quantity quantity, Rule rule, string target, string member, RuleIndex rules, DiagnosticBag diagnostics)
    {
        if (rules.Find(target) is not var (found, header))
        {
            diagnostics.Error("CR511", rule.Position, $"{rule.Id} {member} {target}, but no rule has that id.", "Correct the id, or remove it.");
            return;
        }

        if (header.Id != quantity.Header.Id)
            diagnostics.Error("CR512", rule.Position, $"{rule.Id} {member} {target}, a rule of {header.Id}.", "A rule speaks of its own quantity only.");
        if (!Interpreter.Lies(rule.Division, found.Division))
            diagnostics.Error("CR513", rule.Position,
                $"{rule.Id} of {LevelText.Place(rule.Division)} {member} {target} of {LevelText.Place(found.Division)}.",
                "Only a rule of the same place or below may be an exception; put the exception where it belongs.");
        if (member == "replaces" && rule.IsDraft && !found.IsDraft)
            diagnostics.Error("CR514", rule.Position,
                $"{rule.Id} rests on a draft ({LevelText.Cites(rule)}) and replaces {target}, which is in force ({LevelText.Cites(found)}).",
                "Remove `replaces`: drafts form a lane of their own and change nothing in force.");
    }

    private static bool LeadsBack(Rule start, RuleIndex rules)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(start.Replaces);
        while (open.TryPop(out var id))
        {
            if (id == start.Id)
                return true;
            if (seen.Add(id) && rules.Find(id) is var (rule, _))
                foreach (var next in rule.Replaces)
                    open.Push(next);
        }

        return false;
    }
}
