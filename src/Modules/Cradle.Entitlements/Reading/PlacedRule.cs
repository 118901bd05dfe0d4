using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>A rule with the quantity that it sets.</summary>
public sealed record PlacedRule(Quantity Quantity, Rule Rule)
{
    public QuantityHeader Header => Quantity.Header;

    /// <summary>The header in the rule's own unit.</summary>
    public QuantityHeader Own => Rule.In(Header);
}

/// <summary>A row of a responsibility matrix with the document it stands in.</summary>
public sealed record PlacedTask(PolicyDocument Document, KeyTask Task)
{
    /// <summary>Nobody leads: when it is late, nobody is asked first.</summary>
    public bool LacksLead => Task.LeadAgencies.Count == 0;
}
