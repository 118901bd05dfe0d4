using Cradle.Births.Cases;
using Cradle.Births.Insurance;
using Cradle.Births.Prints;
using Cradle.Births.Promises;
using Cradle.Platform.Access;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Items;

/// <summary>What departments answer, and what people do with a single item.</summary>
public sealed class ItemService(PlatformDbContext database, ProcessScope process, LifecycleMover mover, CaseFlow flow, CaseIntake intake, CaseService cases, PromiseBook promises, ProtectedForms forms, BillInvitation invitation, CaseNews news, PrintRegister prints, Partners partners, TimeProvider time)
{
    /// <summary>Applies an answer, without saving. One that is late, doubled, or about a request that was replaced, changes nothing.</summary>
    /// <returns>Whether it changed something; null where this partner has no such request, or the answer breaks the contract.</returns>
    public async Task<bool?> ApplyAsync(string partner, DepartmentAnswer answer, CancellationToken cancellationToken)
    {
        var item = await database.Set<CaseItem>().FirstOrDefaultAsync(row => row.Request == answer.Request, cancellationToken);
        if (item is null)
            return false;
        if (partners.For(item.Service, item.Division)?.Name != partner || LacksWhatItNeeds(answer) || answer.Number?.Length > CaseItem.NumberLength)
            return null;   // a number that is cut short is another number
        if (item.IsSettled || item.State == ItemState.Returned || answer.Sequence <= item.Sequence || ActionFor(answer.State) is not { } action)
            return false;
        (item.Sequence, item.HeardAt) = (answer.Sequence, time.GetUtcNow());
        (item.Number, item.Reason, item.Remedy) = (Seen(answer.Number), Words(answer.Reason), Words(answer.Remedy));
        var limit = action == ItemAction.TakeUp && item.Due is { } due ? new TimeLimit.LastDay(due) : null;   // it runs on
        if (mover.Move(CaseItemLifecycle.Table, item, action, item.Version, item.Reason, limit) is not null)
        {
            database.Forget();
            return false;
        }

        var one = await database.FindAsync<JointCase>([item.CaseId], cancellationToken);
        await news.OfItemAsync(one!, item, cancellationToken);
        await flow.SettleAsync(one!, null, cancellationToken);
        await invitation.GiveAsync(one!, forms.Read(one!), item, cancellationToken);
        return true;
    }

    /// <summary>Sends a returned item again with the corrected form; no other item restarts.</summary>
    public async Task<CaseError?> CorrectAsync(Guid id, NewbornForm form, int version, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not var (item, one))
            return new CaseError.Missing();
        var kept = forms.Read(one);
        form = form with { Papers = kept.Papers, PromisedBy = kept.PromisedBy, HasConsent = kept.HasConsent || form.HasConsent };   // papers come by their promise
        if (intake.Problems(form with { PromisedBy = null }, one.Babies) is { Count: > 0 } problems)
            return new CaseError.Form(problems);
        if (FixedFields.Problems(kept, form, one.Order, await flow.ItemsAsync(one.Id, cancellationToken)) is { Count: > 0 } settled)
            return new CaseError.Form(settled);
        intake.Follow(one, form);
        return await AnewAsync(item, one, form, ItemAction.Correct, version, null, cancellationToken);
    }

    /// <summary>Brings a refused item before the department again, with the family's reason; somebody else decides there.</summary>
    public async Task<CaseError?> AppealAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await OwnAsync(id, cancellationToken) is not var (item, one))
            return new CaseError.Missing();
        if (!one.TakesAppeals(item))
            return new CaseError.NotMoved(new MoveError.Illegal(one.State.ToString(), nameof(ItemAction.Appeal), []));
        item.Appeals++;
        return await AnewAsync(item, one, null, ItemAction.Appeal, version, reason, cancellationToken);
    }

    /// <summary>Sends an item of the manual queue again, with all its tries before it.</summary>
    public async Task<CaseError?> SendAgainAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await HandledAsync(id, BirthsModule.Supervise, cancellationToken) is not var (item, one))
            return new CaseError.Missing();
        return await AnewAsync(item, one, null, ItemAction.SendAgain, version, reason, cancellationToken);
    }

    /// <summary>Records what was done at a counter, with the department's number.</summary>
    public async Task<CaseError?> RecordByHandAsync(Guid id, int version, string number, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await HandledAsync(id, BirthsModule.Decide, cancellationToken) is not var (item, one))
            return new CaseError.Missing();
        if (number.Trim().Length > CaseItem.NumberLength)
            return new CaseError.TooManyWords(CaseItem.NumberLength);
        (item.Number, item.HeardAt) = (Seen(number.Trim()), time.GetUtcNow());
        if (mover.Move(CaseItemLifecycle.Table, item, ItemAction.RecordByHand, version, reason) is { } why)
            return Not(why);
        await news.OfItemAsync(one, item, cancellationToken);
        await flow.SettleAsync(one, null, cancellationToken);
        await invitation.GiveAsync(one, forms.Read(one), item, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.CertificateTaken());
    }

    internal async Task<CaseError?> AnewAsync(CaseItem item, JointCase one, NewbornForm? form, ItemAction action, int version, string? reason, CancellationToken cancellationToken)
    {
        if (one.LostOn is not null && ServiceGraph.EndsWithLoss(item.Service))
            return Not(new MoveError.Refused("The child did not live."));
        if (await promises.LateAsync(one.Id, item.Service, cancellationToken) is { } late)
            return new CaseError.PaperLate(late.Paper);
        item.AskAnew(Guid.CreateVersion7(time.GetUtcNow()));
        if (mover.Move(CaseItemLifecycle.Table, item, action, version, reason) is { } why)
            return Not(why);
        await prints.EndAsync(one.Id, BirthPrints.Notice, cancellationToken);
        (item.Reason, item.Remedy) = (action == ItemAction.Appeal ? reason : action == ItemAction.SendAgain ? item.Reason : null, null);
        await flow.SettleAsync(one, form, cancellationToken);
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.CertificateTaken());
    }

    private CaseError.NotMoved Not(MoveError why)
    {
        database.Forget();
        return new CaseError.NotMoved(why);
    }

    private async Task<(CaseItem, JointCase)?> OwnAsync(Guid id, CancellationToken cancellationToken) =>
        await database.FindAsync<CaseItem>([id], cancellationToken) is { } item && await cases.OwnAsync(item.CaseId, cancellationToken) is { } one ? (item, one) : null;

    private async Task<(CaseItem, JointCase)?> HandledAsync(Guid id, string permission, CancellationToken cancellationToken)
    {
        if (await database.FindAsync<CaseItem>([id], cancellationToken) is not { } item || await database.FindAsync<JointCase>([item.CaseId], cancellationToken) is not { } one)
            return null;
        item.AlsoIn = item.State == ItemState.ManualQueue ? one.Division : null;
        return process.Current.Authority.Covers(permission, item) ? (item, one) : null;
    }

    private static ItemAction? ActionFor(RequestState state) => state switch
    {
        RequestState.Processing => ItemAction.TakeUp,
        RequestState.Done => ItemAction.Finish,
        RequestState.Returned => ItemAction.Return,
        RequestState.Refused => ItemAction.Refuse,
        _ => null,
    };

    // Taken without effect it would be lost: its department would think that we know.
    private static bool LacksWhatItNeeds(DepartmentAnswer answer) => answer.State switch
    {
        RequestState.Done => string.IsNullOrWhiteSpace(Seen(answer.Number)),
        RequestState.Returned or RequestState.Refused => string.IsNullOrWhiteSpace(Seen(answer.Reason)),
        _ => false,
    };

    // What a department writes is read here as it is, but for a person's numbers.
    private static string? Words(string? text)
    {
        var masked = Seen(text) is { } seen ? PersonalNumbers.MaskIn(seen) : null;
        return masked?[..Math.Min(masked.Length, CaseItem.TextLength)];
    }

    // Signs that can't be seen mean nothing to a reader, and one of them no database keeps.
    private static string? Seen(string? text) => text is null ? null : string.Concat(text.Where(sign => !char.IsControl(sign) || sign == '\n'));
}
