using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>Two rules that may meet in one region, and the families for which both speak.</summary>
internal static class RulePairs
{
    /// <summary>Pairs of one lane that lie in one line of divisions and are in force on a common day; the rule of the higher level comes first.</summary>
    public static IEnumerable<(Rule Upper, Rule Lower)> Of(Quantity quantity)
    {
        for (var first = 0; first < quantity.Rules.Count; first++)
        {
            for (var second = first + 1; second < quantity.Rules.Count; second++)
            {
                var (a, b) = (quantity.Rules[first], quantity.Rules[second]);
                if (!RuleVersions.Meet(a, b))
                    continue;
                if (Interpreter.Lies(b.Division, a.Division))
                    yield return (a, b);
                else if (Interpreter.Lies(a.Division, b.Division))
                    yield return (b, a);
            }
        }
    }

    /// <summary>Whether a rule gives a value, by expression or table.</summary>
    public static bool GivesValue(Rule rule) => rule.Value is not null || rule.Table is not null;

    /// <summary>The first possible family for which both rules apply, are in force and give values that meet the test.</summary>
    /// <param name="quantity">The quantity of both.</param>
    /// <param name="upper">One rule.</param>
    /// <param name="lower">The other.</param>
    /// <param name="silencers">Rules that silence one of them where they apply.</param>
    /// <param name="differ">The test of the two values.</param>
    /// <param name="vocabulary">The facts.</param>
    /// <param name="today">The ordinary day of the question.</param>
    public static (long Upper, long Lower, string Family)? Find(
        Quantity quantity, Rule upper, Rule lower, IReadOnlyList<Rule> silencers, Func<long, long, bool> differ, Vocabulary vocabulary, DateOnly today)
    {
        var rules = silencers.Append(upper).Append(lower).ToList();
        var nodes = RuleNodes.Of(upper).Concat(RuleNodes.Of(lower)).Concat(silencers.SelectMany(rule => rule.When is null ? [] : new[] { rule.When })).ToList();
        foreach (var frame in new Representatives(vocabulary, quantity.Header, nodes, RuleVersions.Breaks(rules), today).Frames())
        {
            if (!RuleVersions.IsInForce(upper, quantity.Header, frame) || !RuleVersions.IsInForce(lower, quantity.Header, frame))
                continue;
            if (RuleGroup.ValueOf(upper, frame) is { } a && RuleGroup.ValueOf(lower, frame) is { } b && differ(a, b)
                && !silencers.Any(rule => RuleVersions.IsInForce(rule, quantity.Header, frame) && Interpreter.Test(rule.When, frame) == Kleene.True)
                && Representatives.IsPossible(frame))
                return (a, b, Representatives.Describe(frame, nodes));
        }

        return null;
    }
}
