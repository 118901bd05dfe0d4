using Cradle.Births.Cases;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Promises;

/// <summary>
/// Reminds a family of a paper it promised, as long before its last day as offices are reminded of theirs, and stops what needs the paper
/// when the day has passed. Officers and supervisors are told by the deadline itself. After a loss a family is left alone.
/// </summary>
public sealed class PromiseWatch(
    PlatformDbContext database, ProcessScope process, AuditTrail audit, CaseFlow flow, CaseNews news, CalendarGap gap, WorkCalendar calendar, IOptions<DeadlineOptions> deadlines, TimeProvider time)
{
    private const int Most = 250;

    /// <summary>Takes the steps that are due today.</summary>
    /// <returns>How many promises they were about.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        process.Begin(new ProcessContext { Actor = Actor.System("births.promise-watch"), Process = "births.promise-watch", Correlation = Guid.CreateVersion7(time.GetUtcNow()) });
        var today = ChinaTime.Today(time);
        var soon = gap.AddWorkingDays(calendar, today, deadlines.Value.RemindBefore);
        var near = await (
            from promise in database.Set<PaperPromise>()
            join one in database.Set<JointCase>() on promise.CaseId equals one.Id
            where promise.State == PromiseState.Running && one.LostOn == null && ((promise.Until >= today && promise.Until <= soon && promise.Reminded == null) || (promise.Until < today && promise.Stopped == null))
            orderby promise.Until
            select promise.Id).Take(Most).ToListAsync(cancellationToken);
        var taken = 0;
        foreach (var id in near)
            taken += await StepAsync(id, today, cancellationToken);
        return taken;
    }

    private async Task<int> StepAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        var promise = await database.Set<PaperPromise>().SingleAsync(row => row.Id == id, cancellationToken);
        var one = await database.Set<JointCase>().SingleAsync(row => row.Id == promise.CaseId, cancellationToken);
        one.Steps++;   // of two nodes that look at once the second finds the case changed
        var isLate = promise.IsLate(today);
        Record(isLate ? "paper-late" : "paper-reminded", one, promise);
        if (isLate)
        {
            promise.Stopped = time.GetUtcNow();
            await flow.HaltAsync(one, promise.Paper, cancellationToken);
        }
        else
        {
            promise.Reminded = time.GetUtcNow();
        }

        await news.OfPromiseAsync(one, promise, isLate ? PromiseNews.Late : PromiseNews.Soon, cancellationToken);
        var error = await database.SaveOrSayAsync(cancellationToken);
        database.Forget();
        return error is null ? 1 : 0;
    }

    private void Record(string action, JointCase one, PaperPromise promise)
    {
        audit.Record(action, promise.AuditSubject, detail: new { one.Number, until = promise.Until });
        audit.Record(action, one.AuditSubject, detail: new { paper = promise.Paper.ToString() });
    }
}
