using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Messages;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Cases;

/// <summary>Makes the items of an accepted case, and lets the case follow them. It adds, and does not save.</summary>
public sealed class CaseFlow(
    PlatformDbContext database, LifecycleMover mover, AuditTrail audit, Outbox outbox, INewbornPolicies policies, ProtectedForms forms, ChildRecords children, CaseNews news, IOptions<ItemOptions> options, TimeProvider time)
{
    /// <summary>Starts an accepted case: one item for each service of the region, and the vaccination record beside them where it is not one.</summary>
    public async Task StartAsync(JointCase one, NewbornForm form, CancellationToken cancellationToken)
    {
        var joint = policies.JointServicesIn(one.Division, one.BirthDate, ChinaTime.Today(time));
        one.ItemsRule = joint.Rule;
        Must(mover.Move(JointCaseLifecycle.Table, one, CaseAction.Start, one.Version));
        var services = joint.Services.Where(service => ServiceGraph.AppliesTo(service.Key, form)).ToList();
        var keys = services.Select(service => service.Key).ToList();
        foreach (var service in services)
            Add(one, form, service.Key, keys, service.WorkingDays, isExtra: false);
        if (!keys.Contains(ServiceGraph.Vaccination))
            Add(one, form, ServiceGraph.Vaccination, keys, null, isExtra: true);
        if (one.LostOn is not null)
            await StopAsync(one, cancellationToken);
        await SettleAsync(one, form, cancellationToken);
    }

    /// <summary>Adds something that the family asks for beside the items, once what it needs is done.</summary>
    public async Task AskAsync(JointCase one, Guid id, string service, string after, Sealed detail, CancellationToken cancellationToken)
    {
        var (form, items) = (forms.Read(one), await ItemsAsync(one.Id, cancellationToken));
        var item = new CaseItem
        {
            Id = id, CaseId = one.Id, Service = service, Unit = service, Place = items.Count, IsExtra = true, After = after, Division = ServiceGraph.PlaceOf(service, form),
            Request = Guid.CreateVersion7(time.GetUtcNow()), Detail = detail,
        };
        database.Add(item);
        audit.Record("opened", item.AuditSubject, detail: new { one.Number, service, division = item.Division.ToString() });
        await SettleAsync(one, form, cancellationToken);
    }

    /// <summary>
    /// What a loss stops, before acceptance or after it. Birth and household are put on record all the same. Of insurance the texts are
    /// silent: an officer decides, nobody is refused by a rule.
    /// </summary>
    public async Task StopAsync(JointCase one, CancellationToken cancellationToken)
    {
        foreach (var item in await ItemsAsync(one.Id, cancellationToken))
        {
            var isKnownThere = item.State is ItemState.Sent or ItemState.Processing or ItemState.RetryWait;
            if (ServiceGraph.EndsWithLoss(item.Service) && mover.Move(CaseItemLifecycle.Table, item, ItemAction.Cancel, item.Version) is null && isKnownThere)
                outbox.Publish(new ItemWithdrawn(item.Id, item.Request), item.Id);
            else if (item is { Service: ServiceGraph.Insurance })
                mover.Move(CaseItemLifecycle.Table, item, ItemAction.HandOver, item.Version, "the child has died; the text is silent");
        }
    }

    /// <summary>Takes up again what a loss stopped that was reported by mistake, each as a request of its own, and lets the case go on.</summary>
    public async Task RestoreAsync(JointCase one, string reason, CancellationToken cancellationToken)
    {
        var goesOn = one.State is not (CaseState.Withdrawn or CaseState.Archived);
        foreach (var item in (await ItemsAsync(one.Id, cancellationToken)).Where(item => goesOn && (item is { State: ItemState.ManualQueue, Service: ServiceGraph.Insurance } || (item.State == ItemState.Cancelled && ServiceGraph.EndsWithLoss(item.Service)))))
        {
            item.AskAnew(Guid.CreateVersion7(time.GetUtcNow()));
            Must(mover.Move(CaseItemLifecycle.Table, item, ItemAction.Restore, item.Version, reason));
        }

        await SettleAsync(one, null, cancellationToken);
    }

    /// <summary>Stops what needs a paper that is late; departments that have heard of it are told.</summary>
    public async Task HaltAsync(JointCase one, Paper paper, CancellationToken cancellationToken)
    {
        foreach (var item in (await ItemsAsync(one.Id, cancellationToken)).Where(item => ServiceGraph.Needs(item.Service, paper)))
        {
            var isKnownThere = item.State is ItemState.Sent or ItemState.Processing;
            if (mover.Move(CaseItemLifecycle.Table, item, ItemAction.Stop, item.Version, $"{paper} is late") is null && isKnownThere)
                outbox.Publish(new ItemWithdrawn(item.Id, item.Request), item.Id);
        }
    }

    /// <summary>Lets what was stopped go on once no paper is late any more, each as a request of its own.</summary>
    public async Task GoOnAsync(JointCase one, NewbornForm form, CancellationToken cancellationToken)
    {
        foreach (var item in (await ItemsAsync(one.Id, cancellationToken)).Where(item => item.State == ItemState.Stopped))
        {
            item.AskAnew(Guid.CreateVersion7(time.GetUtcNow()));
            Must(mover.Move(CaseItemLifecycle.Table, item, ItemAction.GoOn, item.Version));
        }

        await SettleAsync(one, form, cancellationToken);
    }

    /// <summary>
    /// After something about an item or the form has changed: sends what can be sent now, and moves the case where its items say so.
    /// Every call counts a step of the case, so that of two answers at once the second sees the first.
    /// </summary>
    public async Task SettleAsync(JointCase one, NewbornForm? known, CancellationToken cancellationToken)
    {
        one.Steps++;
        var form = known ?? forms.Read(one);
        var items = await ItemsAsync(one.Id, cancellationToken);
        foreach (var item in items.Where(item => item.State == ItemState.Waiting && IsFree(one, item, items, form.Children[one.Order - 1])))
            Must(mover.Move(CaseItemLifecycle.Table, item, ItemAction.Release, item.Version));
        var next = NextFor(one, items);
        await children.KeepAsync(one, form, items, hasEnded: next is CaseAction.Complete or CaseAction.CompletePartly, cancellationToken);
        if (next is not { } action)
        {
            audit.Record("items-changed", one.AuditSubject, detail: items.OrderBy(item => item.Place).ToDictionary(item => item.Service, item => item.State.ToString()));
            return;
        }

        Must(mover.Move(JointCaseLifecycle.Table, one, action, one.Version));
        if (action is CaseAction.Complete or CaseAction.Reject)
            one.LetGo();
        else
            one.HoldsCertificate = true;   // one that goes on after an appeal takes it back, or finds it taken
        await news.OfCaseAsync(one, cancellationToken);
    }

    public async Task<List<CaseItem>> ItemsAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await database.Set<CaseItem>().Where(item => item.CaseId == caseId).LoadAsync(cancellationToken);
        return [.. database.Set<CaseItem>().Local.Where(item => item.CaseId == caseId).OrderBy(item => item.Place)];
    }

    // A name chosen later holds up what carries the name, and nothing else; after a loss none may come, and nobody is asked for one.
    private static bool IsFree(JointCase one, CaseItem item, List<CaseItem> items, Newborn child) =>
        (child.Name is not null || one.LostOn is not null || item.Service == ServiceGraph.Vaccination)
        && (item.After is null || items.Exists(other => other.Service == item.After && other.State == ItemState.Done));

    private static CaseAction? NextFor(JointCase one, List<CaseItem> items)
    {
        var counted = items.Where(item => !item.IsExtra).ToList();
        var goesOn = counted.Exists(item => !item.IsSettled && !IsBlocked(item, counted));
        var next = counted.TrueForAll(item => item.State == ItemState.Done) ? CaseAction.Complete
            : goesOn ? CaseAction.Resume
            : counted.Exists(item => item.State == ItemState.Done) ? CaseAction.CompletePartly : CaseAction.Reject;
        return JointCaseLifecycle.Table.Find(one.State, next) is null ? null : next;
    }

    // It waits for something that was refused or withdrawn.
    private static bool IsBlocked(CaseItem item, List<CaseItem> items) => item.State == ItemState.Waiting
        && items.Find(other => other.Service == item.After) is { } before && (before.State is ItemState.Refused or ItemState.Cancelled || IsBlocked(before, items));

    private void Add(JointCase one, NewbornForm form, string service, List<string> services, int? workingDays, bool isExtra)
    {
        var after = service == ServiceGraph.Insurance && options.Value.InsuranceBeforeHousehold ? ServiceGraph.Certificate : ServiceGraph.After(service);
        var item = new CaseItem
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), CaseId = one.Id, Service = service, Unit = service, Place = isExtra ? services.Count : services.IndexOf(service), IsExtra = isExtra,
            After = after is not null && services.Contains(after) ? after : null, Division = ServiceGraph.PlaceOf(service, form), WorkingDays = workingDays,
            Request = Guid.CreateVersion7(time.GetUtcNow()),
        };
        database.Add(item);
        audit.Record("opened", item.AuditSubject, detail: new { one.Number, service, division = item.Division.ToString() });
    }

    private static void Must(MoveError? error)
    {
        if (error is not null)
            throw new InvalidOperationException($"The flow of a case met its table: {error}");
    }
}
