using Cradle.Births.Items;
using Cradle.Births.Registrations;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>What a family is offered about one pregnancy or child, with its days: the citizen's calendar. It adds, and does not save.</summary>
public sealed class OfferList(PlatformDbContext database, TimeProvider time)
{
    private const string Registration = "childbearing-registration";

    private const string JointCaseItems = "birth-one-thing-items";

    // what the insurance of a joint case has brought about
    private static readonly string[] ByInsurance = ["newborn-enrolment-service", "newborn-medical-insurance"];

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

    /// <summary>The offers about some pregnancies and children that can still be used, the nearest last day first, and after them what is done already.</summary>
    public async Task<IReadOnlyList<OfferLine>> OfAsync(IReadOnlyCollection<Guid> about, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Today(time);
        var offers = await database.Set<EntitlementOffer>().AsNoTracking().Where(offer => about.Contains(offer.About) && (offer.Until == null || offer.Until >= today)).ToListAsync(cancellationToken);
        var children = await database.Set<ChildRecord>().AsNoTracking().Where(child => about.Contains(child.Id))
            .Select(child => new { child.Id, child.BirthDate, IsRegistered = database.Set<ChildbearingRegistration>().Any(row => row.CaseId == child.CaseId),
                IsInsured = database.Set<CaseItem>().Any(item => item.CaseId == child.CaseId && item.Service == ServiceGraph.Insurance && item.State == ItemState.Done) }).ToDictionaryAsync(child => child.Id, cancellationToken);
        var expected = await database.Set<ChildbearingRegistration>().AsNoTracking().Where(row => about.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.ChildDate, cancellationToken);
        bool IsDone(EntitlementOffer offer) => !children.TryGetValue(offer.About, out var child) ? offer.Quantity == Registration
            : offer.Quantity == Registration ? child.IsRegistered : offer.Quantity == JointCaseItems || (child.IsInsured && ByInsurance.Contains(offer.Quantity));
        return [.. offers.Select(offer => new OfferLine(offer, IsDone(offer), children.TryGetValue(offer.About, out var child) ? child.BirthDate : expected.GetValueOrDefault(offer.About))).OrderBy(line => line.IsDone).ThenBy(line => line.Offer.Until ?? DateOnly.MaxValue).ThenBy(line => line.Offer.Quantity, StringComparer.Ordinal)];
    }
}

/// <summary>An offer as the family reads it.</summary>
/// <param name="Offer">What is offered.</param>
/// <param name="IsDone">Whether the family has it already.</param>
/// <param name="ChildDate">The day on which the child was born, or is expected: it tells a family with several whose it is.</param>
public sealed record OfferLine(EntitlementOffer Offer, bool IsDone, DateOnly ChildDate);
