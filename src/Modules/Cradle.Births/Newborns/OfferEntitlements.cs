using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>With the facts now known, the family's entitlements are evaluated and written down with their deadlines: the citizen's calendar.</summary>
public sealed class OfferEntitlements(PlatformDbContext database, INewbornPolicies policies, TimeProvider time) : IMessageHandler<NewbornSettled>
{
    public async Task HandleAsync(NewbornSettled message, CancellationToken cancellationToken)
    {
        var child = await database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.Id == message.Child, cancellationToken);
        var today = ChinaTime.Today(time);
        var facts = new NewbornFacts(child.Residence, child.BirthDate, child.Babies, child.MotherHousehold, child.FatherHousehold, child.Division);
        foreach (var offer in policies.OffersFor(facts, today).DistinctBy(offer => offer.Quantity))
        {
            database.Add(new EntitlementOffer
            {
                ChildId = child.Id, Quantity = offer.Quantity, Rule = offer.Rule, LabelZh = offer.Zh, LabelEn = offer.En, Handler = offer.Handler, From = offer.From, Until = offer.Until, OfferedOn = today,
            });
        }
    }
}
