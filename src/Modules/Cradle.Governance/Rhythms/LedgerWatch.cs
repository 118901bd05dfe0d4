using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Rhythms;

/// <summary>What a round of the watch did.</summary>
/// <param name="Reminded">Units reminded of a task that was silent.</param>
/// <param name="Raised">Supervisory orders raised by a level.</param>
/// <param name="Told">Facts told: a deadline, milestone or report that comes near, a report that is late, a body that does not meet.</param>
public sealed record WatchRound(int Reminded, int Raised, int Told);

/// <summary>Looks after every place by the rhythm it has set: reminds, raises and tells, each fact once.</summary>
public sealed class LedgerWatch(
    PlatformDbContext database, TaskService tasks, OrderService orders, MeetingService meetings, DocumentTargets targets, DivisionCatalogue divisions, Addressees addressees, ProcessScope process, TimeProvider time)
{
    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>Takes the steps that are due today in a place; none where it has set no rhythm. A scope looks after one place.</summary>
    public async Task<WatchRound> LookAsync(DivisionCode division, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Rhythm>().AsNoTracking().SingleOrDefaultAsync(rhythm => rhythm.Division == division, cancellationToken) is not { } rhythm)
        {
            return new WatchRound(0, 0, 0);
        }

        // the watch presses for the place, and for nothing else
        process.Begin(new ProcessContext
        {
            Actor = Actor.System("ledger-watch"), Process = "governance.watch", Correlation = Guid.CreateVersion7(time.GetUtcNow()), Division = division,
            Authority = Authority.Over(division, GovernancePermissions.Supervise),
        });
        return new WatchRound(
            rhythm.SilentTaskMonths is { } months ? await tasks.RemindSilentAsync(division, months, cancellationToken) : 0,
            rhythm.OrderLevelDays is { } days ? await orders.EscalateAsync(division, days, cancellationToken) : 0,
            await TellAsync(rhythm, cancellationToken));
    }

    private async Task<int> TellAsync(Rhythm rhythm, CancellationToken cancellationToken)
    {
        var told = 0;
        if (rhythm.AheadDays is { } ahead)
        {
            told += await TellDeadlinesAsync(rhythm.Division, Today.AddDays(ahead), cancellationToken);
            told += await TellReportAsync(rhythm, ahead, cancellationToken);
        }

        if (rhythm.SilentBodyMonths is { } months)
        {
            foreach (var body in await meetings.SilentAsync(rhythm.Division, months, cancellationToken))
            {
                var says = new Words($"{body.Name}已有{months}个月没有开会", $"{body.Name} has not met for {months} months");
                told += await OnceAsync(body.Id, "body", new DateOnly(Today.Year, Today.Month, 1), () => addressees.TellAsync(rhythm.Division, GovernancePermissions.Compile, says, "~/" + GovernanceLinks.Meetings, body.Id, cancellationToken), cancellationToken);
            }
        }

        return told;
    }

    private async Task<int> TellDeadlinesAsync(DivisionCode division, DateOnly until, CancellationToken cancellationToken)
    {
        var today = Today;
        var told = 0;
        var near = await database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments)
            .Where(task => task.Division == division && task.State != KeyTaskState.ClosedOut && task.State != KeyTaskState.Drafted && task.Deadline >= today && task.Deadline <= until).ToListAsync(cancellationToken);
        foreach (var task in near)
        {
            told += await ForUnitsAsync(task, task.Id, "deadline", task.Deadline!.Value, task.Title, cancellationToken);
        }

        var steps = await (from step in database.Set<Milestone>().AsNoTracking() where step.ReachedOn == null && step.By >= today && step.By <= until
                           join task in database.Set<KeyTask>().Include(task => task.Assignments) on step.TaskId equals task.Id where task.Division == division && task.State != KeyTaskState.ClosedOut
                           select new { step, task }).ToListAsync(cancellationToken);
        foreach (var row in steps)
        {
            told += await ForUnitsAsync(row.task, row.step.Id, "milestone", row.step.By, $"{row.task.Title}：{row.step.Title}", cancellationToken);
        }

        return told;
    }

    private Task<int> ForUnitsAsync(KeyTask task, Guid subject, string what, DateOnly day, string title, CancellationToken cancellationToken) =>
        OnceAsync(subject, what, day, () => addressees.TellUnitsAsync(
            task.Division, [.. task.Assignments.Select(assignment => assignment.Unit)], new($"{title}：{day:yyyy-MM-dd} 到期", $"{title}: due {day:yyyy-MM-dd}"), "~/" + GovernanceLinks.Task(task.Id), task.Id, cancellationToken), cancellationToken);

    // A report comes near for the place that owes it; the level above hears who sent none once the day is over.
    private async Task<int> TellReportAsync(Rhythm rhythm, int ahead, CancellationToken cancellationToken)
    {
        var (division, told) = (rhythm.Division, 0);
        if (division.Parent is { } above && targets.ReportDueOn(above, Today.Year) is { } due && Today <= due && Today >= due.AddDays(-ahead)
            && !await database.Set<AnnualReport>().AnyAsync(report => report.Division == division && report.Year == due.Year && report.SentOn != null, cancellationToken))
        {
            var says = new Words($"{due.Year}年度报告应在 {due:yyyy-MM-dd} 前报送", $"The report of {due.Year} is to be sent by {due:yyyy-MM-dd}");
            told += await OnceAsync(rhythm.Id, "report", due, () => addressees.TellAsync(division, GovernancePermissions.Compile, says, "~/" + GovernanceLinks.Reports, rhythm.Id, cancellationToken), cancellationToken);
        }

        // the last such day that is over: this year's, or last year's as long as this one's is to come
        var last = targets.ReportDueOn(division, Today.Year) is { } own && Today > own ? own : targets.ReportDueOn(division, Today.Year - 1);
        if (last is { } day && Today <= day.AddDays(ahead))
        {
            var sent = await database.Set<AnnualReport>().Where(report => report.To == division && report.Year == day.Year && report.SentOn != null).Select(report => report.Division).ToListAsync(cancellationToken);
            var missing = divisions.Children(division).Where(place => !sent.Contains(place.Code)).ToList();
            if (missing.Count > 0)
            {
                var says = new Words($"{day.Year}年度报告没有按时报送：{string.Join('、', missing.Select(place => place.NameZh))}", $"No report of {day.Year} came in time from {string.Join(", ", missing.Select(place => place.NameEn))}");
                told += await OnceAsync(rhythm.Id, "report-late", day, () => addressees.TellAsync(division, GovernancePermissions.Supervise, says, "~/" + GovernanceLinks.Reports, rhythm.Id, cancellationToken), cancellationToken);
            }
        }

        return told;
    }

    // The mark and the notices are one transaction, and the mark has a key: of two nodes one goes on.
    private async Task<int> OnceAsync(Guid subject, string what, DateOnly day, Func<Task> tell, CancellationToken cancellationToken)
    {
        if (await IsToldAsync())
        {
            return 0;
        }

        database.Add(new WatchMark { Subject = subject, What = what, Day = day });
        await tell();
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return 1;
        }
        catch (DbUpdateException)
        {
            database.Forget();
            if (!await IsToldAsync())
            {
                throw;
            }

            return 0;   // another node told it
        }

        Task<bool> IsToldAsync() => database.Set<WatchMark>().AnyAsync(mark => mark.Subject == subject && mark.What == what && mark.Day == day, cancellationToken);
    }
}
