using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary>A rule of both versions that reads differently.</summary>
internal sealed record RuleChange(RuleView Old, RuleView New, IReadOnlyList<MemberChange> Changes);

/// <summary>A quantity of both versions whose header reads differently.</summary>
internal sealed record HeaderChange(string Quantity, Bilingual Label, IReadOnlyList<MemberChange> Changes);

/// <summary>Two versions of a pack, rule by rule.</summary>
internal sealed record PackComparison(
    IReadOnlyList<RuleView> Added, IReadOnlyList<RuleView> Removed, IReadOnlyList<RuleChange> Changed, IReadOnlyList<HeaderChange> Headers)
{
    public static PackComparison Of(PolicyFolder old, PolicyFolder @new)
    {
        var before = Rules(old);
        var after = Rules(@new);
        return new PackComparison(
            [.. after.Where(item => !before.ContainsKey(item.Key)).Select(item => RuleView.Of(@new, item.Value.Header, item.Value.Rule))],
            [.. before.Where(item => !after.ContainsKey(item.Key)).Select(item => RuleView.Of(old, item.Value.Header, item.Value.Rule))],
            [.. before.Where(item => after.ContainsKey(item.Key)).Select(item => ChangeOfRule(item.Value, after[item.Key])).OfType<RuleChange>()],
            [.. old.Pack.Quantities.Join(@new.Pack.Quantities, item => item.Header.Id, item => item.Header.Id, (one, other) => ChangeOfHeader(one.Header, other.Header)).OfType<HeaderChange>()]);

        RuleChange? ChangeOfRule((QuantityHeader Header, Rule Rule) one, (QuantityHeader Header, Rule Rule) other)
        {
            var changes = RuleText.Of(old, one.Header, one.Rule).ChangesTo(RuleText.Of(@new, other.Header, other.Rule));
            return changes.Count == 0 ? null : new RuleChange(RuleView.Of(old, one.Header, one.Rule), RuleView.Of(@new, other.Header, other.Rule), changes);
        }

        HeaderChange? ChangeOfHeader(QuantityHeader one, QuantityHeader other)
        {
            var changes = RuleText.Of(old, one).ChangesTo(RuleText.Of(@new, other));
            return changes.Count == 0 ? null : new HeaderChange(other.Id, other.Label, changes);
        }
    }

    private static Dictionary<string, (QuantityHeader Header, Rule Rule)> Rules(PolicyFolder folder) =>
        folder.Pack.Quantities.SelectMany(quantity => quantity.Rules.Select(rule => (quantity.Header, Rule: rule))).ToDictionary(item => item.Rule.Id);
}
