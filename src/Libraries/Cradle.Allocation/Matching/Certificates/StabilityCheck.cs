using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>
/// Checks an assignment against the market alone, whoever made it: for everybody, alone or in a group, and every institution where they would rather go,
/// whether it would take them, its reserves, quotas and order as they are.
/// </summary>
public static class StabilityCheck
{
    /// <summary>
    /// Every objection; none when nobody is sent where they did not ask, capacities and quotas are kept, groups are together, nobody alone would rather go
    /// where they would be taken, and no group where it would find room besides everybody. Without groups the assignment then is stable; with groups see
    /// <see cref="PassedOver"/>.
    /// </summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static IEnumerable<Objection> Objections(Market market, Assignment assignment) => new WishCheck(market, assignment).Objections();

    /// <summary>
    /// Groups that an institution passed over for others: those who have to give way, by its reserves and order, for the group to find room. In a stable
    /// assignment there are none; but with groups no stable one need exist, so these are told and are no objections.
    /// </summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static IEnumerable<Objection> PassedOver(Market market, Assignment assignment) =>
        market.Leaders is null ? [] : new WishCheck(market, assignment).PassedOver();
}
