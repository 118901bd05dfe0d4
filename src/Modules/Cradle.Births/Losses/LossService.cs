using Cradle.Births.Cases;
using Cradle.Births.Newborns;
using Cradle.Births.Prints;
using Cradle.Births.Registrations;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Platform.Prints;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Losses;

/// <summary>
/// A stillbirth or the death of an infant became known. From then on nobody is congratulated, called to vaccination or told of
/// subsidies, here and in every other module (G14); what was under way for the child is stopped, but for what only an officer can decide.
/// </summary>
public sealed class LossService(
    PlatformDbContext database, RegistrationService registrations, CaseService cases, CaseFlow flow, ProtectedForms forms, LifecycleMover mover, Notifier notifier, PrintRegister prints, Outbox outbox, AuditTrail audit, TimeProvider time)
{
    /// <summary>Of a child whose case it is.</summary>
    public async Task<CaseError?> OfChildAsync(Guid id, SilenceReason reason, DateOnly on, CancellationToken cancellationToken)
    {
        if ((await cases.OwnAsync(id, cancellationToken) ?? await cases.InScopeAsync(id, BirthsModule.Read, cancellationToken)) is not { } one)
            return new CaseError.Missing();
        if (Problem(on, one.BirthDate) is { } problem)
            return problem;
        if (one.LostOn is not null)
            return null;   // once is enough
        one.LostOn = on;
        audit.Record("loss", one.AuditSubject, detail: new { reason = reason.ToString() });
        await flow.StopAsync(one, cancellationToken);
        await flow.SettleAsync(one, null, cancellationToken);
        var registration = await registrations.StandingAsync(forms.Read(one).Mother.IdNumber, one.BirthDate, null, cancellationToken);
        var child = await database.Set<ChildRecord>().AsNoTracking().Where(row => row.CaseId == id).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        var lives = await database.Set<JointCase>().AnyAsync(other => other.Together == one.Together && other.Id != id && other.LostOn == null, cancellationToken);
        await SilenceAsync(reason, lives ? null : one.Applicant, [one.Id, child, lives ? null : registration?.Id], cancellationToken);
        if (registration is not null && !lives)
            await CloseAsync(registration, reason, on, cancellationToken);
        outbox.Publish(new LossReported(one.Id, child, registration?.Id, reason), one.Id);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>Of a pregnancy or child that was registered.</summary>
    public async Task<CaseError?> OfRegistrationAsync(Guid id, SilenceReason reason, DateOnly on, CancellationToken cancellationToken)
    {
        if ((await registrations.OwnAsync(id, cancellationToken) ?? await registrations.InScopeAsync(id, BirthsModule.Read, cancellationToken)) is not { } registration)
            return new CaseError.Missing();
        if (Problem(on, null) is { } problem)
            return problem;
        if (registration.LostOn is not null)
            return null;
        await CloseAsync(registration, reason, on, cancellationToken);
        await SilenceAsync(reason, registration.Applicant, [registration.Id], cancellationToken);
        outbox.Publish(new LossReported(null, null, registration.Id, reason), registration.Id);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    private CaseError.Form? Problem(DateOnly on, DateOnly? birth) => on > ChinaTime.Today(time) || on < birth
        ? new CaseError.Form([new FormProblem("on", "day", new("日期不对。", "The day can't be right."), new("核对日期。", "Check it."))]) : null;

    private async Task CloseAsync(ChildbearingRegistration registration, SilenceReason reason, DateOnly on, CancellationToken cancellationToken)
    {
        audit.Record("loss", registration.AuditSubject, detail: new { reason = reason.ToString() });
        (registration.LostOn, registration.Stands) = (on, false);
        mover.Move(ChildbearingRegistrationLifecycle.Table, registration, RegistrationAction.Close, registration.Version);
        await prints.EndAsync(registration.Id, BirthPrints.Certificate, cancellationToken);
    }

    private async Task SilenceAsync(SilenceReason reason, string? applicant, IReadOnlyList<Guid?> about, CancellationToken cancellationToken)
    {
        var ids = about.OfType<Guid>().ToList();
        database.RemoveRange(await database.Set<EntitlementOffer>().Where(offer => ids.Contains(offer.About)).ToListAsync(cancellationToken));
        if (Guid.TryParse(applicant, out var account))
            ids.Add(account);
        foreach (var id in ids)
            await notifier.StopAsync(id, reason, cancellationToken);
    }
}
