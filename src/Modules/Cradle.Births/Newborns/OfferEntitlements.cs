using Cradle.Births.Cases;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Newborns;

/// <summary>With the facts now known, the family's entitlements are evaluated and written down with their deadlines: the citizen's calendar.</summary>
public sealed class OfferEntitlements(PlatformDbContext database, OfferList offers, INewbornPolicies policies, ProtectedForms forms, TimeProvider time) : IMessageHandler<NewbornSettled>
{
    public async Task HandleAsync(NewbornSettled message, CancellationToken cancellationToken)
    {
        var child = await database.Set<ChildRecord>().AsNoTracking().SingleAsync(row => row.Id == message.Child, cancellationToken);
        if (await database.Set<Silence>().AnyAsync(silence => silence.Id == message.Case || silence.Id == message.Child, cancellationToken))
            return;
        var today = ChinaTime.Today(time);
        var isAdopted = forms.Read(await database.Set<JointCase>().AsNoTracking().SingleAsync(one => one.Id == child.CaseId, cancellationToken)).IsAdopted;   // an adoption is no birth (ADR 0021)
        var facts = new NewbornFacts(child.Residence, child.BirthDate, child.Babies, child.MotherHousehold, child.FatherHousehold, child.Division, isAdopted);
        await offers.ReplaceAsync(child.Id, policies.OffersFor(facts, today), today, cancellationToken);
    }
}
