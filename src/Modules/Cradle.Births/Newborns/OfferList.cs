using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>What a family is offered about one pregnancy or child, with its days: the citizen's calendar. It adds, and does not save.</summary>
public sealed class OfferList(PlatformDbContext database)
{
    /// <summary>Puts new offers in the place of those before.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> ReplaceAsync(Guid about, IEnumerable<OfferedEntitlement> offered, DateOnly today, CancellationToken cancellationToken)
    {
        var before = await database.Set<EntitlementOffer>().Where(offer => offer.About == about).ToDictionaryAsync(offer => offer.Quantity, cancellationToken);
        var offers = offered.DistinctBy(offer => offer.Quantity).Select(offer => new EntitlementOffer
        {
            About = about, Quantity = offer.Quantity, Rule = offer.Rule, LabelZh = offer.Zh, LabelEn = offer.En, Handler = offer.Handler, From = offer.From, Until = offer.Until, OfferedOn = today,
        }).ToList();
        foreach (var offer in offers)
        {
            if (before.Remove(offer.Quantity, out var known))
                database.Entry(known).CurrentValues.SetValues(offer);
            else
                database.Add(offer);
        }

        database.RemoveRange(before.Values);
        return offers.Count;
    }

    /// <summary>The offers about some pregnancies and children, the nearest last day first.</summary>
    public async Task<IReadOnlyList<EntitlementOffer>> OfAsync(IReadOnlyCollection<Guid> about, CancellationToken cancellationToken) =>
        [.. (await database.Set<EntitlementOffer>().AsNoTracking().Where(offer => about.Contains(offer.About)).ToListAsync(cancellationToken))
            .OrderBy(offer => offer.Until ?? DateOnly.MaxValue).ThenBy(offer => offer.Quantity, StringComparer.Ordinal)];
}
