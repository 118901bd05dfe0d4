using Cradle.Births.Cases;
using Cradle.Births.Newborns;
using Cradle.Births.Registrations;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Births;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Losses;

/// <summary>
/// Takes back a loss that was reported by mistake: what was stopped for it is taken up again, what was offered is offered anew, and messages go on. An officer does it for
/// a reason, and both stay in the log: a family that lost a child is never asked to prove it, and one that did not is not left without reminders for ever.
/// </summary>
public sealed class LossRetraction(
    PlatformDbContext database, ProcessScope process, RegistrationService registrations, CaseService cases, CaseFlow flow, ProtectedForms forms, LifecycleMover mover, Notifier notifier, Outbox outbox, AuditTrail audit)
{
    private const string TakenBack = "loss-taken-back";

    /// <summary>Of a child whose case it is; the registration that the loss closed goes on with it where the officer decides there too.</summary>
    public async Task<CaseError?> OfChildAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await cases.InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } one || !process.Current.Authority.Covers(BirthsModule.Decide, one.Division))
            return new CaseError.Missing();
        if (Barred(one.LostOn, one.Version, version, reason) is { } bar)
            return bar;
        one.LostOn = null;
        audit.Record(TakenBack, one.AuditSubject, reason);
        await flow.RestoreAsync(one, reason!, cancellationToken);
        var registration = await registrations.LostAsync(forms.Read(one).Mother.IdNumber, one.BirthDate, cancellationToken) is { } lost && process.Current.Authority.Covers(BirthsModule.Decide, lost.Division) ? lost : null;
        if (registration is not null)
            Reopen(registration, reason!);
        var child = await database.Set<ChildRecord>().Where(row => row.CaseId == id).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        if (child is { } known)
            outbox.Publish(new NewbornSettled(id, known), known);   // what it offers is found anew
        await ResumeAsync(one.Applicant, reason!, [id, child, registration?.Id], cancellationToken);
        await TellAsync(one.Applicant, one.Number, $"~/births/cases/{id}", id, cancellationToken);
        outbox.Publish(new LossTakenBack(id, child, registration?.Id), id);
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.CertificateTaken());
    }

    /// <summary>Of a pregnancy or child that was registered.</summary>
    public async Task<CaseError?> OfRegistrationAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await registrations.InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } registration || !process.Current.Authority.Covers(BirthsModule.Decide, registration.Division))
            return new CaseError.Missing();
        if (Barred(registration.LostOn, registration.Version, version, reason) is { } bar)
            return bar;
        if (await registrations.LostAsync(registrations.Read(registration).Mother.IdNumber, registration.ChildDate, cancellationToken) is null)
            return new CaseError.AlreadyRegistered();
        Reopen(registration, reason!);
        await ResumeAsync(registration.Applicant, reason!, [id], cancellationToken);
        await TellAsync(registration.Applicant, registration.Number, $"~/births/registrations/{id}", id, cancellationToken);
        outbox.Publish(new LossTakenBack(null, null, id), id);
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    private static CaseError.NotMoved? Barred(DateOnly? lostOn, int current, int version, string? reason) => lostOn is null || current != version ? new(new MoveError.Changed(current))
        : string.IsNullOrWhiteSpace(reason) ? new(new MoveError.ReasonMissing()) : null;

    // One that was closed by the birth before the loss stays closed, and holds its pregnancy again.
    private void Reopen(ChildbearingRegistration registration, string reason)
    {
        audit.Record(TakenBack, registration.AuditSubject, reason);
        (registration.LostOn, registration.Stands) = (null, true);
        mover.Move(ChildbearingRegistrationLifecycle.Table, registration, RegistrationAction.Reopen, registration.Version, reason);
    }

    private async Task ResumeAsync(string applicant, string reason, IReadOnlyList<Guid?> about, CancellationToken cancellationToken)
    {
        var ids = about.OfType<Guid>().ToList();
        if (Guid.TryParse(applicant, out var account) && !await HasAnotherLossAsync(applicant, ids, cancellationToken))
            ids.Add(account);
        foreach (var id in ids)
            await notifier.ResumeAsync(id, reason, cancellationToken);
    }

    // The account stays silent for another child that was lost, but for a twin of one that lives (ADR 0064).
    private async Task<bool> HasAnotherLossAsync(string applicant, List<Guid> taken, CancellationToken cancellationToken) =>
        await database.Set<ChildbearingRegistration>().AnyAsync(row => row.Applicant == applicant && row.LostOn != null && !taken.Contains(row.Id), cancellationToken)
        || await database.Set<JointCase>().AnyAsync(lost => lost.Applicant == applicant && lost.LostOn != null && !taken.Contains(lost.Id)
            && !database.Set<JointCase>().Any(twin => twin.Together == lost.Together && (twin.LostOn == null || taken.Contains(twin.Id))), cancellationToken);

    private async Task TellAsync(string applicant, string number, string page, Guid about, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(applicant, out var account))
            await notifier.GiveAsync(account, NoticeTopic.Case, $"{number}：误报已经更正，照常办理，提醒也恢复了", $"{number}: what was reported by mistake was taken back; it goes on, and reminders too", page, about, cancellationToken);
    }
}
