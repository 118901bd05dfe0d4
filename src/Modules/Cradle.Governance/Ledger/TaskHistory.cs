using Cradle.Governance.Orders;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>One step in the history of a task.</summary>
/// <param name="At">When.</param>
/// <param name="What">What was done.</param>
/// <param name="Who">Who did it, with the own unit, and on whose behalf where it was another's.</param>
/// <param name="Why">The reason, in the words of whoever gave it.</param>
public sealed record TaskStep(DateTimeOffset At, string What, string Who, string? Why);

/// <summary>Tells how a task and its supervisory orders came to stand where they do, from the audit log: a reason that is kept nowhere else is seen by those it concerns.</summary>
public sealed class TaskHistory(PlatformDbContext database)
{
    private const int Most = 256;

    /// <summary>The steps of a task, the newest first.</summary>
    /// <param name="task">The task.</param>
    /// <param name="orders">The orders whose steps the reader may see.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<TaskStep>> OfAsync(KeyTask task, IReadOnlyList<SupervisoryOrder> orders, CancellationToken cancellationToken = default)
    {
        var ofOrders = orders.ToDictionary(order => order.Id);
        Guid[] ids = [task.Id, .. ofOrders.Keys];
        string[] types = [KeyTask.SubjectType, SupervisoryOrder.SubjectType];
        var entries = await database.AuditEntries.AsNoTracking().Where(entry => types.Contains(entry.SubjectType) && ids.Contains(entry.SubjectId))
            .OrderByDescending(entry => entry.Sequence).Take(Most).ToListAsync(cancellationToken);
        var actors = entries.Select(entry => Guid.TryParse(entry.ActorId, out var id) ? id : Guid.Empty).Distinct().ToList();
        var names = await database.Accounts.AsNoTracking().Where(account => actors.Contains(account.Id)).ToDictionaryAsync(account => account.Id.ToString("N"), account => account.DisplayName, cancellationToken);
        return [.. entries.Select(entry => new TaskStep(entry.At, StepWords.Of(entry.SubjectType, entry.Action).ToString(), Who(entry, names), entry.Reason ?? WordsOf(entry, ofOrders.GetValueOrDefault(entry.SubjectId))))];
    }

    private static string Who(AuditEntry entry, Dictionary<string, string> names)
    {
        var name = entry.ActorKind == ActorKind.System ? Say("系统自动", "the system") : names.GetValueOrDefault(entry.ActorId, entry.ActorId);
        return (entry.OnBehalfOfId, entry.Unit) switch
        {
            ({ } unit, _) when StepWords.IsCheck(entry.Action) => Say($"{name} · 核查单位 {unit}", $"{name} · checking for {unit}"),
            ({ } unit, _) => Say($"{name} 代 {unit}", $"{name} on behalf of {unit}"),
            (_, { } own) => $"{name} · {own}",
            _ => name,
        };
    }

    // What an order demands and what it was answered stand with the order itself.
    private static string? WordsOf(AuditEntry entry, SupervisoryOrder? order) => entry.Action switch
    {
        SupervisoryOrder.Issued => order?.Demand,
        nameof(OrderAction.Answer) => order?.Answer,
        _ => null,
    };
}
