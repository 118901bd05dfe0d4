using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>
/// Where only one value can stand, two rules that nobody ranked must not both apply and differ. Found here over representative families and
/// all versions, not at a family's expense.
/// </summary>
internal static class ConflictCheck
{
    public static void Run(Quantity quantity, PolicyPack pack, DateOnly today, DiagnosticBag diagnostics)
    {
        foreach (var (upper, lower) in RulePairs.Of(quantity))
        {
            if (!CanConflict(quantity.Header.Merge, upper, lower))
                continue;
            var silencers = quantity.Rules.Where(rule => rule != upper && rule != lower && rule.IsDraft == lower.IsDraft
                && Interpreter.Lies(lower.Division, rule.Division) && Silences(rule, upper, lower)).ToList();
            if (RulePairs.Find(quantity, upper, lower, silencers, (a, b) => a != b, pack.Vocabulary, today) is not var (first, second, family))
                continue;
            diagnostics.Error("CR534", lower.Position,
                $"{lower.Id} gives {Text(second)} ({LevelText.Cites(lower)}) and {upper.Id} gives {Text(first)} ({LevelText.Cites(upper)}, at {upper.Position}), and both apply for {family}.",
                $"Rank them: `replaces: [{upper.Id}]` where {lower.Id} is the exception, or part their conditions.");
        }

        string Text(long value) => $"{ValueFormat.Text(value, quantity.Header)} {quantity.Header.Unit}";
    }

    private static bool CanConflict(MergeMode merge, Rule upper, Rule lower)
    {
        var isSingle = merge is MergeMode.Replace or MergeMode.Closed || merge == MergeMode.Fill && upper.Division == lower.Division;
        return isSingle && upper.IsDraft == lower.IsDraft && RulePairs.GivesValue(upper) && RulePairs.GivesValue(lower)
            && (upper.Strength == Strength.Must) == (lower.Strength == Strength.Must)   // a duty outranks an offer
            && !Silences(upper, lower) && !Silences(lower, upper)
            && !(upper.Value is Constant a && lower.Value is Constant b && a.Value == b.Value);
    }

    private static bool Silences(Rule rule, params ReadOnlySpan<Rule> others)
    {
        foreach (var other in others)
            if (rule.Replaces.Contains(other.Id) || other.Restates == rule.Id)
                return true;
        return false;
    }
}
