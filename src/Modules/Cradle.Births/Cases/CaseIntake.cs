using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Platform.Submissions;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Cases;

/// <summary>Takes forms in: one case for each child, checked at once, with everything that is wrong said at once.</summary>
public sealed class CaseIntake(
    PlatformDbContext database, SubmitOnce submissions, ProcessScope process, AuditTrail audit, LifecycleMover mover, CaseFlow flow, PromiseBook promises, ProtectedForms forms, PrintRegister prints, INewbornPolicies policies, PlaceCheck places, TimeProvider time)
{
    public const string Kind = "births.joint-case";
    private const int Tries = 3;

    /// <summary>Whether somebody files for another.</summary>
    public bool IsAtCounter => process.Current.Actor.Kind != ActorKind.Citizen;

    /// <summary>Everything that is wrong with a form; of one that corrects another, also where it is not of as many children.</summary>
    public IReadOnlyList<FormProblem> Problems(NewbornForm form, int? babies = null)
    {
        var today = ChinaTime.Today(time);
        return [.. babies is { } before ? FormCheck.Problems(form, today, IsAtCounter, before) : FormCheck.Problems(form, today, IsAtCounter), .. places.Problems(form)];
    }

    /// <summary>Takes a form in.</summary>
    /// <param name="key">Made with the form; the same form sent again finds the first cases.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The cases, one for each child, after the commit; or why there are none.</returns>
    public async Task<(IReadOnlyList<JointCase> Cases, CaseError? Error)> SubmitAsync(Guid key, NewbornForm form, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Today(time);
        if (Problems(form) is { Count: > 0 } problems)
            return ([], new CaseError.Form(problems));
        if (policies.JointServicesIn(form.Residence, form.BirthDate, today).Services.Count == 0)
            return ([], new CaseError.NotOffered());
        var own = submissions.KeyOf(key, Kind, ProtectedForms.TextOf(form));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (receipt, _) = await submissions.TakeAsync(own, Kind, stop => OpenAsync(form, stop), cancellationToken);
                return (await database.Set<JointCase>().AsNoTracking().Where(one => one.Together == receipt.SubjectId).OrderBy(one => one.Order).ToListAsync(cancellationToken), null);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Another form of the same child came in at the same moment; the next look sees it.
                database.Forget();
            }
        }
    }

    /// <summary>Takes a corrected form in for one case, and checks it anew.</summary>
    public async Task<CaseError?> CorrectAsync(JointCase one, NewbornForm form, int version, CancellationToken cancellationToken)
    {
        if (Problems(form, one.Babies) is { Count: > 0 } problems)
            return new CaseError.Form(problems);
        if (policies.JointServicesIn(form.Residence, form.BirthDate, ChinaTime.Today(time)).Services.Count == 0)
            return new CaseError.NotOffered();
        if (mover.Move(JointCaseLifecycle.Table, one, CaseAction.Correct, version) is { } why)
            return new CaseError.NotMoved(why);
        Fill(one, form);
        await prints.EndAsync(one.Id, BirthPrints.Notice, cancellationToken);
        await CheckAsync(one, form, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.CertificateTaken());
    }

    private async Task<Guid> OpenAsync(NewbornForm form, CancellationToken cancellationToken)
    {
        var together = Guid.CreateVersion7(time.GetUtcNow());
        var actor = process.Current.Actor;
        var family = actor.Kind == ActorKind.Citizen ? actor.Id : $"family-{together:N}";
        if (IsAtCounter)
            process.ActFor(new Actor(ActorKind.Citizen, family));
        for (var order = 1; order <= form.Children.Count; order++)
        {
            var id = Guid.CreateVersion7(time.GetUtcNow());
            var one = new JointCase
            {
                Id = id, Number = ReceiptNumber.New(ChinaTime.Today(time)), Together = together, Applicant = family, FiledBy = IsAtCounter ? actor.Id : null,
                Division = form.Residence, BirthDate = form.BirthDate, Order = order, Babies = form.Children.Count, Form = forms.Seal(id, form), Birth = forms.Seal(id, form), BirthIndex = [], Created = time.GetUtcNow(), LastMovedBy = actor.Id,
            };
            Fill(one, form);
            database.Add(one);
            audit.Record("submitted", one.AuditSubject, detail: new { one.Number, division = form.Residence.ToString(), order, one.Babies, filedFor = IsAtCounter, consent = form.HasConsent });
            await CheckAsync(one, form, cancellationToken);
        }

        return together;
    }

    /// <summary>Lets what the case is listed and found by follow its form.</summary>
    public void Follow(JointCase one, NewbornForm form)
    {
        one.BirthDate = form.BirthDate;
        forms.Keep(one, form);
        one.InsureBy = policies.InsuranceIn(form.Household, form.BirthDate, form.IsAdopted)?.LastDay;
    }

    private void Fill(JointCase one, NewbornForm form)
    {
        one.Division = form.Residence;
        Follow(one, form);
        one.PromisedBy = form.PromisedBy;
        one.Reason = null;
    }

    private async Task CheckAsync(JointCase one, NewbornForm form, CancellationToken cancellationToken)
    {
        var missing = form.PapersMissing();
        await promises.MakeAsync(one, form, cancellationToken);
        if (missing.Count > 0 && form.PromisedBy is null)
        {
            Move(one, CaseAction.AskCorrection);
            return;
        }

        if (await Duplicates(one).AnyAsync(cancellationToken) || missing.Count > 0)
        {
            Move(one, CaseAction.Hold);
            return;
        }

        (one.HoldsCertificate, one.HoldsBirth) = (true, true);   // of forms that come in at once the index lets one through, and the others look again
        Move(one, CaseAction.Accept);
        await flow.StartAsync(one, form, cancellationToken);
    }

    /// <summary>Other cases that may be about the same child: by certificate, or by mother, birth date and order.</summary>
    public IQueryable<JointCase> Duplicates(JointCase one)
    {
        var (certificates, births) = (forms.CertificateIndexes(one), forms.BirthIndexes(one));
        return database.Set<JointCase>().AsNoTracking().Where(other => other.Id != one.Id && other.State != CaseState.Withdrawn && other.State != CaseState.Rejected
            && ((other.CertificateIndex != null && certificates.Contains(other.CertificateIndex)) || births.Contains(other.BirthIndex)));
    }

    private void Move(JointCase one, CaseAction action)
    {
        if (mover.Move(JointCaseLifecycle.Table, one, action, one.Version) is { } error)
            throw new InvalidOperationException($"The check of a case met its table: {error}");
    }
}
