using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>The expressions of rules.</summary>
internal static class RuleNodes
{
    /// <summary>Everything a quantity reads: header, conditions, values, windows and periods.</summary>
    public static IEnumerable<Node> Of(Quantity quantity)
    {
        var header = quantity.Header;
        return new Node?[] { header.Region, header.Anchor }.Concat(Of(header.Window)).Concat(Of(header.Period))
            .Concat(quantity.Rules.SelectMany(rule => Of(rule).Concat(Of(rule.Window)).Concat(Of(rule.Period))))
            .OfType<Node>();
    }

    /// <summary>What decides whether a rule applies and what it gives.</summary>
    public static IEnumerable<Node> Of(Rule rule) =>
        new Node?[] { rule.When, rule.Value }
            .Concat((rule.Table?.Rows ?? []).SelectMany(row => new Node?[] { row.When, row.Value }))
            .OfType<Node>();

    private static IEnumerable<Node?> Of(BoundWindow? window) => [window?.From, window?.Until];
}
