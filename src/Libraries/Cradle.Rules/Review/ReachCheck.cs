using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>A rule whose condition no family meets helps nobody.</summary>
internal static class ReachCheck
{
    public static void Run(Quantity quantity, Vocabulary vocabulary, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (var rule in quantity.Rules)
        {
            if (rule.When is not { } when)
                continue;
            var families = new Representatives(vocabulary, quantity.Header, [when], RuleVersions.Breaks([rule]), today);
            if (!families.Frames().Any(frame => Interpreter.Test(when, frame) == Kleene.True && RuleVersions.IsInForce(rule, quantity.Header, frame)))
                diagnostics.Warning("CR535", rule.Position, $"No family meets the condition of {rule.Id} while it is in force.", "Correct `when` or `in-force`, or remove the rule.");
        }
    }
}
