using System.Linq.Expressions;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Deadlines;

/// <summary>
/// Reminds those whose turn it is before a last day, tells the division's supervisors when it has passed, and those of the
/// division above when nothing happened then. Each step is taken once, whichever node comes first.
/// </summary>
public sealed class DeadlineWatch(
    PlatformDbContext database, Notifier notifier, PermissionHolders holders, ProcessScope process, TimeProvider time, WorkCalendar calendar, CalendarGap gap, IOptions<DeadlineOptions> options)
{
    private const int Most = 200;

    /// <summary>Takes the steps that are due today.</summary>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        process.Begin(new ProcessContext { Actor = Actor.System("deadlines"), Process = "platform.deadlines", Correlation = Guid.CreateVersion7(time.GetUtcNow()) });
        var today = ChinaTime.Today(time);
        var soon = gap.AddWorkingDays(calendar, today, options.Value.RemindBefore);
        var taken = 0;
        foreach (var deadline in await RunningAsync(soon, cancellationToken))
        {
            var due = deadline.Due!.Value;
            if (due >= today)
            {
                taken += await StepAsync(deadline, row => row.Reminded, deadline.Permission, above: false, "还有几天就到期", "is due soon", cancellationToken);
                continue;
            }

            taken += await StepAsync(deadline, row => row.Escalated, PlatformPermissions.Supervise, above: false, "已经逾期", "is late", cancellationToken);
            if (today > gap.AddWorkingDays(calendar, due, options.Value.EscalateAboveAfter))
            {
                taken += await StepAsync(deadline, row => row.EscalatedAbove, PlatformPermissions.Supervise, above: true, "逾期后一直没有办", "is late, and nothing has happened since", cancellationToken);
            }
        }

        return taken;
    }

    private Task<List<Deadline>> RunningAsync(DateOnly until, CancellationToken cancellationToken) => database.Set<Deadline>().AsNoTracking()
        .Where(row => row.Due != null && row.Due <= until && row.EscalatedAbove == null
            && !database.Set<Deadline>().Any(later => later.SubjectType == row.SubjectType && later.SubjectId == row.SubjectId && later.Version > row.Version))
        .OrderBy(row => row.Due).Take(Most).ToListAsync(cancellationToken);

    // The mark and the notices are one transaction, and the mark is set by one statement: of two nodes one goes on.
    private async Task<int> StepAsync(
        Deadline deadline, Expression<Func<Deadline, DateTimeOffset?>> mark, string? permission, bool above, string zh, string en, CancellationToken cancellationToken)
    {
        if (mark.Compile()(deadline) is not null || permission is null)
        {
            return 0;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var unmarked = Expression.Lambda<Func<Deadline, bool>>(
            Expression.Equal(mark.Body, Expression.Constant(null, typeof(DateTimeOffset?))), mark.Parameters);
        if (await database.Set<Deadline>().Where(row => row.Id == deadline.Id).Where(unmarked).ExecuteUpdateAsync(set => set.SetProperty(mark, now), cancellationToken) == 0)
        {
            return 0;
        }

        foreach (var account in await (above ? holders.AboveAsync(permission, deadline.Division, deadline.Unit, cancellationToken) : holders.NearestAsync(permission, deadline.Division, deadline.Unit, cancellationToken)))
        {
            await notifier.GiveAsync(account, NoticeTopic.Deadline, $"一件事{zh}：最后一天 {deadline.Due:yyyy-MM-dd}", $"A case {en}: its last day is {deadline.Due:yyyy-MM-dd}", "~/desk", deadline.SubjectId, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
