using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.SocialForces;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Figures;

/// <summary>The indicators of coverage that this module keeps itself.</summary>
public sealed class GovernanceFigures(PlatformDbContext database, TimeProvider time) : ILiveFigures
{
    public IReadOnlyList<LiveFigure> All { get; } =
    [
        new("tasks-overdue", "逾期任务数", "Tasks overdue", "item"),
        new("cc-tasks-closed", "已核销任务数", "Tasks struck off", "item"),
        new("decisions-open", "未办结议定事项", "Resolutions still open", "item"),
        new("measures-without-rule", "尚无细则的措施数", "Measures without a detailed rule", "item"),
        new("open-restrictive-provisions", "未清理的制约规定", "Restrictive provisions still open", "item"),
        new("important-matters-acknowledged", "重要情况知悉率", "Important matters acknowledged", "percent"),
        new("research-reports-used", "进入规则修改的研究报告", "Research reports used in rule changes", "report"),
        new("volunteer-hours", "确认的志愿服务时长", "Confirmed volunteer hours", "hour"),
    ];

    public async Task<decimal?> CountAsync(string name, DivisionCode division, CancellationToken cancellationToken = default)
    {
        var (last, today) = (division.LastWithin, ChinaTime.Today(time));
        var tasks = database.Set<KeyTask>().AsNoTracking().Where(task => task.Division >= division && task.Division <= last && task.State != KeyTaskState.Drafted);
        var matters = database.Set<ImportantMatter>().AsNoTracking().Where(matter => matter.Division >= division && matter.Division <= last);
        return name switch
        {
            "tasks-overdue" => await tasks.CountAsync(task => task.State != KeyTaskState.ClosedOut && task.Deadline < today, cancellationToken),
            "cc-tasks-closed" => await tasks.CountAsync(task => task.State == KeyTaskState.ClosedOut, cancellationToken),
            "decisions-open" => await tasks.CountAsync(task => task.Document == KeyTask.OfMeeting && task.State != KeyTaskState.ClosedOut, cancellationToken),
            "measures-without-rule" => await database.Set<Measure>().CountAsync(measure => measure.Division >= division && measure.Division <= last && measure.State == MeasureState.Listed, cancellationToken),
            "open-restrictive-provisions" => await database.Set<Provision>().CountAsync(provision => provision.Division >= division && provision.Division <= last && provision.State != ProvisionState.Verified, cancellationToken),
            "important-matters-acknowledged" => await matters.CountAsync(cancellationToken) is > 0 and var all
                ? Math.Round(100m * await matters.CountAsync(matter => matter.State == MatterState.Acknowledged, cancellationToken) / all, 2, MidpointRounding.AwayFromZero) : null,
            "research-reports-used" => await database.Set<ResearchTopic>().CountAsync(topic => topic.Division >= division && topic.Division <= last && topic.State == TopicState.Used, cancellationToken),
            "volunteer-hours" => (await (from hours in database.Set<ServiceHours>() join project in database.Set<ServiceProject>() on hours.ProjectId equals project.Id
                                         where project.Division >= division && project.Division <= last && hours.ConfirmedBy != null select hours.Hours).ToListAsync(cancellationToken)).Sum(),
            _ => throw new ArgumentException($"No figure is called {name}; known: {string.Join(", ", All.Select(figure => figure.Name))}.", nameof(name)),
        };
    }
}
