using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>The rules of a pack by id, with the quantity each belongs to. Ids that stand twice are reported at loading; the first counts.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, (Rule Rule, QuantityHeader Header)> _rules = [];

    public RuleIndex(PolicyPack pack)
    {
        foreach (var quantity in pack.Quantities)
            foreach (var rule in quantity.Rules)
                _rules.TryAdd(rule.Id, (rule, quantity.Header));
    }

    public (Rule Rule, QuantityHeader Header)? Find(string id) => _rules.TryGetValue(id, out var found) ? found : null;
}
