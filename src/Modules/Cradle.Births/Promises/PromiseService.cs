using Cradle.Births.Cases;
using Cradle.Births.Prints;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Primitives;

namespace Cradle.Births.Promises;

/// <summary>A promised paper comes, or turns out to be another one; what was stopped for it goes on.</summary>
public sealed class PromiseService(
    PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, CaseService cases, CaseFlow flow, PromiseBook book, CaseNews news, ProtectedForms forms, FileStore files, PrintRegister prints, TimeProvider time)
{
    private static readonly FormProblem NoReason = new("wrong", "reason", new("没有写为什么不对。", "It is not said why."), new("写明缺什么、要交什么，家长会看到。", "Say what is missing and what is to come; the family reads it."));

    /// <summary>The family, or who filed for it, sends the paper.</summary>
    public async Task<CaseError?> HandInAsync(Guid id, int version, Upload upload, CancellationToken cancellationToken)
    {
        if (await database.FindAsync<PaperPromise>([id], cancellationToken) is not { } promise || await cases.OwnAsync(promise.CaseId, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (mover.Move(PaperPromiseLifecycle.Table, promise, PromiseAction.HandIn, version) is { } why)
            return Not(why);
        var place = new FilePlace(BirthsModule.Read, one.Division, Person: Guid.TryParse(one.Applicant, out var person) ? person : null, Subject: promise.AuditSubject);
        promise.File = (await files.KeepAsync(upload, place, cancellationToken)).Id;
        return await KeepAsync(promise, one, cancellationToken);
    }

    /// <summary>An officer has seen the paper at the counter.</summary>
    public async Task<CaseError?> SeeAtCounterAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await HandledAsync(id, cancellationToken) is not var (promise, one))
            return new CaseError.Missing();
        return mover.Move(PaperPromiseLifecycle.Table, promise, PromiseAction.SeeAtCounter, version) is { } why ? Not(why) : await KeepAsync(promise, one, cancellationToken);
    }

    /// <summary>An officer finds that what was handed in is not the paper: it is awaited again, until a new day.</summary>
    public async Task<CaseError?> SendBackAsync(Guid id, int version, DateOnly? until, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await HandledAsync(id, cancellationToken) is not var (promise, one))
            return new CaseError.Missing();
        var problems = new[] { string.IsNullOrWhiteSpace(reason) ? NoReason : null, FormCheck.OfPromise("again", until, ChinaTime.Today(time)) }.OfType<FormProblem>().ToList();
        if (problems.Count > 0)
            return new CaseError.Form(problems);
        if (one.State is not (CaseState.InProgress or CaseState.PartlyCompleted))
            return Not(new MoveError.Refused("The case does not go on."));
        if (mover.Move(PaperPromiseLifecycle.Table, promise, PromiseAction.SendBack, version, reason, new TimeLimit.LastDay(until!.Value)) is { } why)
            return Not(why);
        (promise.Until, promise.SetBy, promise.Reason) = (until.Value, process.Current.Actor.Id, reason);
        (promise.KeptAt, promise.KeptBy, promise.File, promise.Reminded) = (null, null, null, null);
        forms.Renew(one, form => form with { Papers = [.. form.Papers.Where(paper => paper != promise.Paper)] });
        one.Steps++;
        audit.Record("paper-sent-back", one.AuditSubject, reason, new { paper = promise.Paper.ToString() });
        await news.OfPromiseAsync(one, promise, PromiseNews.SentBack, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    private async Task<CaseError?> KeepAsync(PaperPromise promise, JointCase one, CancellationToken cancellationToken)
    {
        (promise.KeptAt, promise.KeptBy, promise.Reason, promise.Stopped) = (time.GetUtcNow(), process.Current.Actor.Id, null, null);
        var form = forms.Renew(one, form => form with { Papers = [.. form.Papers.Append(promise.Paper).Distinct()] });
        audit.Record("paper-came", one.AuditSubject, detail: new { paper = promise.Paper.ToString(), file = promise.File });
        await prints.EndAsync(one.Id, BirthPrints.Promise, cancellationToken);
        if ((await book.OfAsync(one.Id, cancellationToken)).Exists(other => other.IsLate(ChinaTime.Today(time))))
            one.Steps++;
        else
            await flow.GoOnAsync(one, form, cancellationToken);
        await news.OfPromiseAsync(one, promise, PromiseNews.Kept, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken);
    }

    private async Task<(PaperPromise, JointCase)?> HandledAsync(Guid id, CancellationToken cancellationToken) =>
        await database.FindAsync<PaperPromise>([id], cancellationToken) is { } promise && process.Current.Authority.Covers(BirthsModule.Decide, promise)
        && await database.FindAsync<JointCase>([promise.CaseId], cancellationToken) is { } one ? (promise, one) : null;

    private CaseError.NotMoved Not(MoveError why)
    {
        database.Forget();
        return new CaseError.NotMoved(why);
    }
}
