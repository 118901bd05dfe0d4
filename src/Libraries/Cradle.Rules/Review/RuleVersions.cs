using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>When rules are in force, seen from the day that picks the version.</summary>
internal static class RuleVersions
{
    /// <summary>The days on which one of the rules comes into force or has just gone out of it.</summary>
    public static IEnumerable<DateOnly> Breaks(IEnumerable<Rule> rules) =>
        rules.SelectMany(rule => new[] { rule.From, rule.Until?.AddDays(1) }).OfType<DateOnly>();

    /// <summary>Whether a rule is in force in a frame; a rule with dates is not where the day is not known.</summary>
    public static bool IsInForce(Rule rule, QuantityHeader header, Frame frame) =>
        rule is { From: null, Until: null }
        || Interpreter.TryNumber(header.Anchor, frame, out var day) && !(rule.From?.DayNumber > day) && !(rule.Until?.DayNumber < day);

    /// <summary>Whether two rules are ever in force on one day.</summary>
    public static bool Meet(Rule a, Rule b) => !(a.From > b.Until) && !(b.From > a.Until);
}
