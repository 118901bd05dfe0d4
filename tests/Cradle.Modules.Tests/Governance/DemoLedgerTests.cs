using Cradle.Governance.Assessment;
using Cradle.Governance.Demo;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What <c>./run</c> shows of governance, on two days of a year.</summary>
public sealed class DemoLedgerTests
{
    private static readonly string Matrix = Repository.PathOf("docs", "examples", "matrix", "changchun.csv");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(305)]
    public async Task The_ledger_stands_at_every_step_once_in_the_names_of_the_demo_accounts(int days)
    {
        await using var site = new CradleSite { Also = services => services.AddGovernanceDemo() };
        site.Clock.Advance(TimeSpan.FromDays(days));
        await site.InitializeAsync();
        await FilledAsync(site);
        Assert.False(await site.Services.GetRequiredService<DemoLedger>().FillAsync(Matrix, Stop));
        await AssertStandsAsync(site);
        if (days == 0)
            await AssertSeenAsync(site);
    }

    // The site fills it beside its start.
    private static async Task FilledAsync(CradleSite site)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await site.Services.GetServices<IHostedService>().OfType<DemoLedgerWorker>().Single().ExecuteTask!.WaitAsync(limit.Token);
        while (await site.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(limit.Token) > 0)
        {
            // until the board has counted
        }
    }

    // Everybody finds something to do, and the timeline what is late.
    private static async Task AssertSeenAsync(CradleSite site)
    {
        foreach (var (person, path, found) in new[]
        {
            ("changchun.leader", "/governance", "市卫健委"), ("changchun.health", "/governance/mine", "用人单位托育点建设"), ("changchun.education", "/governance/mine", "幼儿园开设托班"),
            ("changchun.supervisor", "/governance/check", "托育机构备案信息核对"), ("changchun.supervisor", "/governance/orders", "说明逾期原因和补救办法"), ("changchun.officer", "/governance/filings", "朝阳区普惠托育办法"),
        })
        {
            Assert.Contains(found, (await (await People.AsAsync(site, person)).OpenAsync(path)).Text, StringComparison.Ordinal);
        }

        var leader = await People.AsAsync(site, "changchun.leader");
        var timeline = await leader.OpenAsync("/governance/timeline");
        Assert.Equal("2026 年时间线", timeline.Heading);
        Assert.Equal(2, timeline.Document.QuerySelectorAll("ol.tall .tl-late").Length);
        Assert.Equal(2, timeline.Document.QuerySelectorAll("ol.tall rect.late").Length);
        Assert.Equal(timeline.Document.QuerySelectorAll("svg.wide rect").Length, timeline.Document.QuerySelectorAll("ol.tall li").Length);
        Assert.Single(timeline.Document.QuerySelectorAll("ol.tall rect.done"));
        var next = await leader.FollowAsync(timeline, "看 2027 年");
        Assert.Equal("2027 年时间线", next.Heading);
        Assert.Contains("这一年没有写明日期的任务", next.Text, StringComparison.Ordinal);
        Assert.Equal("2026 年时间线", (await leader.FollowAsync(next, "看 2026 年")).Heading);
    }

    private static async Task AssertStandsAsync(CradleSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var tasks = await database.Set<KeyTask>().AsNoTracking().ToListAsync(Stop);
        Assert.Equal(31 + 7 + 2, tasks.Count);
        Assert.Empty(new[]
        {
            KeyTaskState.Assigned, KeyTaskState.SignedFor, KeyTaskState.InProgress, KeyTaskState.AtRisk, KeyTaskState.ExtensionRequested, KeyTaskState.CompletionClaimed, KeyTaskState.SentBack, KeyTaskState.ClosedOut,
        }.Except(tasks.Select(task => task.State)));
        var today = ChinaTime.Today(site.Clock);
        Assert.Equal(2, tasks.Count(task => task.IsLate(today)));
        Assert.Contains(tasks, task => task.Deadline > task.OriginalDeadline);
        Assert.Equal([OrderState.Issued, OrderState.Answered], (await database.Set<SupervisoryOrder>().Select(order => order.State).ToListAsync(Stop)).Order());
        Assert.Equal([MeasureState.Listed, MeasureState.InOperation], (await database.Set<Measure>().Select(measure => measure.State).ToListAsync(Stop)).Order());
        Assert.Equal([FilingState.Submitted, FilingState.Incomplete], (await database.Set<Filing>().Select(filing => filing.State).ToListAsync(Stop)).Order());
        Assert.Equal([AssessmentState.Open, AssessmentState.Scored], (await database.Set<PlaceAssessment>().Select(assessment => assessment.State).ToListAsync(Stop)).Order());
        Assert.Equal(ReportState.Drafted, await database.Set<AnnualReport>().Select(report => report.State).SingleAsync(Stop));
        var people = (await database.Accounts.Where(account => account.UserName!.StartsWith("changchun.")).Select(account => account.Id).ToListAsync(Stop)).Select(id => id.ToString("N")).ToList();
        var actors = await database.Set<AuditEntry>().Where(entry => entry.Process == "governance.demo").Select(entry => entry.ActorId).Distinct().ToListAsync(Stop);
        Assert.True(actors.Count > 5);
        Assert.Subset(people.ToHashSet(), actors.ToHashSet());
    }
}
