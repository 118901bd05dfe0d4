using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>With the facts now known, the family's entitlements are evaluated and written down with their deadlines: the citizen's calendar.</summary>
public sealed class OfferEntitlements(PlatformDbContext database, OfferList offers, INewbornPolicies policies, TimeProvider time) : IMessageHandler<NewbornSettled>
{
    public async Task HandleAsync(NewbornSettled message, CancellationToken cancellationToken)
    {
        var child = await database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.Id == message.Child, cancellationToken);
        if (await database.Set<Silence>().AnyAsync(silence => silence.Id == message.Case || silence.Id == message.Child, cancellationToken))
            return;
        var today = ChinaTime.Today(time);
        var facts = new NewbornFacts(child.Residence, child.BirthDate, child.Babies, child.MotherHousehold, child.FatherHousehold, child.Division);
        await offers.ReplaceAsync(child.Id, policies.OffersFor(facts, today), today, cancellationToken);
    }
}
