using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Insurance;

/// <summary>Tells the family and the insurance officers of a place when a newborn's insurance is not done and its last safe day comes near; once a child, and never after a loss.</summary>
public sealed class InsuranceWatch(PlatformDbContext database, ProcessScope process, AuditTrail audit, Notifier notifier, PermissionHolders holders, IOptions<ItemOptions> options, TimeProvider time)
{
    private const int Most = 250;

    /// <summary>Gives the alerts that are due today.</summary>
    /// <returns>How many children they were about.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        process.Begin(new ProcessContext { Actor = Actor.System("births.insurance-watch"), Process = "births.insurance-watch", Correlation = Guid.CreateVersion7(time.GetUtcNow()) });
        var today = ChinaTime.Today(time);
        var until = today.AddDays(options.Value.InsuranceAlertBefore);
        var near = await (
            from one in database.Set<JointCase>()
            join item in database.Set<CaseItem>() on one.Id equals item.CaseId
            where item.Service == ServiceGraph.Insurance && item.State != ItemState.Done && item.State != ItemState.Cancelled
                && one.InsureBy >= today && one.InsureBy <= until && one.InsuranceAlerted == null && one.LostOn == null && one.State != CaseState.Withdrawn
            orderby one.InsureBy
            select new { Case = one.Id, Item = item.Id }).Take(Most).ToListAsync(cancellationToken);
        var given = 0;
        foreach (var row in near)
        {
            var (one, item) = (await database.Set<JointCase>().SingleAsync(other => other.Id == row.Case, cancellationToken), await database.Set<CaseItem>().SingleAsync(other => other.Id == row.Item, cancellationToken));
            given += await AlertAsync(one, item, one.InsureBy!.Value.DayNumber - today.DayNumber, cancellationToken);
        }

        return given;
    }

    private async Task<int> AlertAsync(JointCase one, CaseItem item, int days, CancellationToken cancellationToken)
    {
        if (one.InsuranceAlerted is not null)
            return 0;
        one.InsuranceAlerted = time.GetUtcNow();
        one.Steps++;   // of two nodes that look at once the second finds the case changed
        audit.Record("insurance-alert", one.AuditSubject, detail: new { days });
        if (Guid.TryParse(one.Applicant, out var account))
        {
            await notifier.GiveAsync(account, NoticeTopic.Deadline, $"孩子的医保还没办好，离最稳妥的一天还有 {days} 天：{one.InsureBy:yyyy-MM-dd}",
                $"The child's insurance is not done; {days} days are left until its last safe day, {one.InsureBy:yyyy-MM-dd}", $"~/births/cases/{one.Id}", one.Id, cancellationToken);
        }

        foreach (var officer in await holders.NearestAsync(BirthsModule.Decide, item.Division, item.Unit, cancellationToken))
        {
            await notifier.GiveAsync(officer, NoticeTopic.Deadline, $"{one.Number} 的医保参保还没办结，离最稳妥的一天还有 {days} 天",
                $"The insurance of {one.Number} is not done; {days} days are left until its last safe day", $"~/desk/births/{one.Id}", one.Id, cancellationToken);
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0;
        }
        finally
        {
            database.Forget();
        }
    }
}
