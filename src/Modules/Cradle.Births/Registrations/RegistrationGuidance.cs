using Cradle.Births.Newborns;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Registrations;

/// <summary>With what a registration told, the family's entitlements are evaluated and written down with their days; one notice says so.</summary>
public sealed class RegistrationGuidance(PlatformDbContext database, RegistrationService registrations, OfferList offers, INewbornPolicies policies, Notifier notifier, TimeProvider time) : IMessageHandler<RegistrationMade>
{
    public async Task HandleAsync(RegistrationMade message, CancellationToken cancellationToken)
    {
        var registration = await database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(row => row.Id == message.Registration, cancellationToken);
        if (!registration.Stands)
            return;
        var (form, today) = (registrations.Read(registration), ChinaTime.Today(time));
        var facts = new ExpectingFacts(form.Residence, form.DueOn, form.BornOn, form.Mother.Household, form.OtherParent?.Household);
        var count = await offers.ReplaceAsync(registration.Id, policies.GuidanceFor(facts, today), today, cancellationToken);
        if (Guid.TryParse(registration.Applicant, out var account))
        {
            await notifier.GiveAsync(account, NoticeTopic.Case, $"生育登记已办好，{count} 项支持可以看看，有的有期限", $"The registration is made; {count} entitlements are listed, some with a last day",
                $"~/births/registrations/{registration.Id}", registration.Id, cancellationToken);
        }
    }
}

/// <summary>Closes the registration of a child that was born and has its papers.</summary>
public sealed class RegistrationCloser(PlatformDbContext database, RegistrationService registrations, Cases.ProtectedForms forms, LifecycleMover mover) : IMessageHandler<NewbornSettled>
{
    public async Task HandleAsync(NewbornSettled message, CancellationToken cancellationToken)
    {
        var one = await database.Set<Cases.JointCase>().AsNoTracking().SingleAsync(row => row.Id == message.Case, cancellationToken);
        var form = forms.Read(one);
        if (form.IsAdopted || await registrations.StandingAsync(form.Mother.IdNumber, one.BirthDate, null, cancellationToken) is not { } registration)
            return;   // whoever adopts a child may be expecting another
        if (mover.Move(ChildbearingRegistrationLifecycle.Table, registration, RegistrationAction.Close, registration.Version) is null)
            registration.CaseId = one.Id;
    }
}
