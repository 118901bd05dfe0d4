using Cradle.Births.Items;
using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Cases;

/// <summary>What families, workers and officers do with a case after it has come in.</summary>
public sealed class CaseService(
    PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, Outbox outbox, CaseFlow flow, PromiseBook promises, CaseNews news, ProtectedForms forms, PrintRegister prints, TimeProvider time)
{
    private const int LeastRating = 1;
    private const int BestRating = 5;

    private Actor Actor => process.Current.Actor;

    /// <summary>A case of the person's own, or one that he or she filed at a counter; null for any other.</summary>
    public async Task<JointCase?> OwnAsync(Guid id, CancellationToken cancellationToken) =>
        await database.FindAsync<JointCase>([id], cancellationToken) is { } one && (one.Applicant == Actor.Id || one.FiledBy == Actor.Id) ? one : null;

    /// <summary>A case within the officer's divisions; null for any other.</summary>
    public async Task<JointCase?> InScopeAsync(Guid id, string permission, CancellationToken cancellationToken)
    {
        if (await database.FindAsync<JointCase>([id], cancellationToken) is not { } one)
            return null;
        if (process.Current.Authority.Covers(permission, one.Division))
            return one;
        var items = await flow.ItemsAsync(id, cancellationToken);
        return items.Exists(item => process.Current.Authority.Covers(permission, item)) ? one : null;
    }

    /// <summary>Withdraws a case of which nothing has been done; departments are told.</summary>
    public async Task<CaseError?> WithdrawAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } one)
            return new CaseError.Missing();
        var items = await flow.ItemsAsync(id, cancellationToken);
        if (items.Exists(item => item is { State: ItemState.Done, IsExtra: false }))
            return new CaseError.AlreadyDone();
        if (mover.Move(JointCaseLifecycle.Table, one, CaseAction.Withdraw, version) is { } why)
            return new CaseError.NotMoved(why);
        one.LetGo();
        one.Reason = null;
        await prints.EndAsync(id, BirthPrints.Notice, cancellationToken);
        await promises.DropAsync(one, cancellationToken);
        foreach (var item in items.Where(item => !item.IsSettled))
        {
            var isKnownThere = item.State is not (ItemState.Waiting or ItemState.Ready or ItemState.Stopped);
            (item.Reason, item.Remedy) = (null, null);
            mover.Move(CaseItemLifecycle.Table, item, ItemAction.Cancel, item.Version);
            if (isKnownThere)
                outbox.Publish(new ItemWithdrawn(item.Id, item.Request), item.Id);
        }

        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>Decides a case that is held: accept, accept on a promise, send back, reject.</summary>
    public Task<CaseError?> DecideAsync(Guid id, CaseAction action, int version, string? reason, CancellationToken cancellationToken) => DecideAsync(id, action, version, reason, null, cancellationToken);

    /// <summary>The same, where a case accepted on a promise has a last day for the paper that the officer sets; null is the day that the family offered.</summary>
    public async Task<CaseError?> DecideAsync(Guid id, CaseAction action, int version, string? reason, DateOnly? until, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (one.State == CaseState.PreCheck && one.RefusedBy == Actor.Id)
            return new CaseError.NotMoved(new MoveError.SamePerson());
        if (ProblemOfPapers(one, action, until ?? one.PromisedBy) is { } problem)
            return problem;
        if (mover.Move(JointCaseLifecycle.Table, one, action, version, reason) is { } why)
            return new CaseError.NotMoved(why);
        one.Reason = action is CaseAction.Reject or CaseAction.AskCorrection ? reason : null;
        if (action == CaseAction.Archive)
        {
            one.LetGo();   // nothing comes of it any more; what was left undone may be applied for anew
            await promises.DropAsync(one, cancellationToken);
        }

        if (action == CaseAction.Reject)
            one.RefusedBy = Actor.Id;
        if (action is CaseAction.Reject or CaseAction.AskCorrection)
            await news.OfCaseAsync(one, cancellationToken);
        if (action is CaseAction.Accept or CaseAction.AcceptWithPromise)
        {
            var certificates = forms.CertificateIndexes(one);
            if (await database.Set<JointCase>().AnyAsync(other => other.Id != id && other.HoldsCertificate && certificates.Contains(other.CertificateIndex!), cancellationToken))
            {
                database.Forget();
                return new CaseError.CertificateTaken();
            }

            if (action == CaseAction.AcceptWithPromise)
                await PromiseAsync(one, (until ?? one.PromisedBy)!.Value, cancellationToken);
            one.HoldsCertificate = true;
            await flow.StartAsync(one, forms.Read(one), cancellationToken);
        }

        return await database.SaveOrSayAsync(cancellationToken, new CaseError.CertificateTaken());
    }

    /// <summary>Lets an officer see the numbers of a case in full once; who, whose, what and why is in the log, and the family finds it in its own list. It adds, and does not save.</summary>
    public async Task<CaseError?> UnmaskAsync(Guid id, string? why, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(why) is { } refused)
            return refused;
        if (await InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (string.IsNullOrWhiteSpace(why))
            return new CaseError.NotMoved(new MoveError.ReasonMissing());
        audit.Record(AuditTrail.Unmasked, one.AuditSubject, why.Trim(), new { fields = "certificate, mother.idNumber, phone" }, Guid.TryParse(one.Applicant, out var person) ? person : null);
        return null;
    }

    private CaseError? ProblemOfPapers(JointCase one, CaseAction action, DateOnly? until)
    {
        if (one.State != CaseState.PreCheck || action is not (CaseAction.Accept or CaseAction.AcceptWithPromise))
            return null;
        var missing = forms.Read(one).PapersMissing();
        return action == CaseAction.Accept ? missing.Count > 0 ? new CaseError.PapersMissing(missing) : null
            : missing.Count == 0 ? new CaseError.NotMoved(new MoveError.Refused("No paper is missing."))
            : FormCheck.OfPromise("until", until, ChinaTime.Today(time)) is { } day ? new CaseError.Form([day]) : null;
    }

    private async Task PromiseAsync(JointCase one, DateOnly until, CancellationToken cancellationToken)
    {
        if (await promises.RunAsync(one, until, cancellationToken) is { } why)
            throw new InvalidOperationException($"A promise met its table: {why}");
        foreach (var promise in await promises.OfAsync(one.Id, cancellationToken))
            await news.OfPromiseAsync(one, promise, PromiseNews.Accepted, cancellationToken);
    }

    /// <summary>Brings a refused case before another officer.</summary>
    public async Task<CaseError?> AppealAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await OwnAsync(id, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if ((await flow.ItemsAsync(id, cancellationToken)).Count > 0)
            return new CaseError.NotMoved(new MoveError.Illegal(one.State.ToString(), nameof(CaseAction.Appeal), []));
        if (mover.Move(JointCaseLifecycle.Table, one, CaseAction.Appeal, version, reason) is { } why)
            return new CaseError.NotMoved(why);
        await prints.EndAsync(id, BirthPrints.Notice, cancellationToken);
        one.Reason = reason;
        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>Names a child whose name was left open; what waited for it goes out.</summary>
    public async Task<CaseError?> NameAsync(Guid id, string name, int version, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } one)
            return new CaseError.Missing();
        var form = forms.Read(one);
        if (one.Version != version || form.Children[one.Order - 1].Name is not null)
            return new CaseError.NotMoved(new MoveError.Changed(one.Version));
        var named = form with { Children = [.. form.Children.Select((child, index) => index == one.Order - 1 ? child with { Name = name.Trim() } : child)] };
        if (FormCheck.Problems(named, one.BirthDate, isAtCounter: false).Where(problem => problem.Code == "name").ToList() is { Count: > 0 } problems)
            return new CaseError.Form(problems);
        one.Form = forms.Seal(one.Id, named);
        audit.Record("named", one.AuditSubject);
        if (one.State == CaseState.InProgress)
            await flow.SettleAsync(one, named, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>Rates how it went (好差评); a bad rating waits for a call back.</summary>
    public async Task<CaseError?> RateAsync(Guid id, int rating, string? text, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(text) is { } refused)
            return refused;
        if (await OwnAsync(id, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (rating is < LeastRating or > BestRating || one.State is not (CaseState.Completed or CaseState.PartlyCompleted or CaseState.Rejected))
            return new CaseError.NotRateable();
        (one.Rating, one.RatingText) = (rating, text);
        audit.Record("rated", one.AuditSubject, detail: new { rating });
        return await database.SaveOrSayAsync(cancellationToken);
    }
}
