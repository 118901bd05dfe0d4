using Cradle.Governance.Assessment;
using Cradle.Governance.Commendations;
using Cradle.Governance.Demo;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Orders;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.SocialForces;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
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
        if (days > 0)
            return;
        await AssertSeenAsync(site);
        await AssertOpensAsync(site);
        await AssertMergedAsync(site);
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
            ("changchun.supervisor", "/governance/check", "托育机构备案信息核对"), ("changchun.supervisor", "/governance/orders", "说明逾期原因和补救办法"),
            ("changchun.supervisor", "/governance/orders", "用人单位托育点建设"), ("changchun.leader", "/governance/provisions", "某小学招生简章"), ("changchun.education", "/governance/complaints", "插班时要求出示生育登记证明"),
            ("changchun.leader", "/governance/volunteers", "确认时长 7 小时"), ("changchun.frontline", "/governance/help", "双职工家庭"), ("changchun.leader", "/governance/research", "婚育服务需求调查"),
            ("changchun.leader", "/governance/commendations", "儿童友好示范区创建"), ("changchun.leader", "/notices/commendations", "南关区"), ("changchun.leader", "/governance/rhythm", "12 个月"), ("changchun.leader", "/governance/matters", "一家托育机构停业"), ("changchun.officer", "/governance/filings", "朝阳区普惠托育办法"),
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

    // Nothing that an officer of one unit is offered leads nowhere, and no field stands without a button for it.
    private static async Task AssertOpensAsync(CradleSite site)
    {
        var education = await People.AsAsync(site, "changchun.education");
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in new[] { "/desk", "/governance", "/governance/tasks", "/governance/timeline", "/governance/mine", "/governance/check", "/governance/orders" })
            offered.UnionWith((await education.OpenAsync(path)).Document.QuerySelectorAll("main a[href^='/governance']").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains("handler=", StringComparison.Ordinal) && !link.Contains('#', StringComparison.Ordinal)));
        Assert.True(offered.Count > 20);
        foreach (var link in offered)
            Assert.True((await education.GetAsync(link)).IsSuccessStatusCode, $"{link} is offered and does not open");
        var office = await People.AsAsync(site, "changchun.officer");
        var task = await office.FollowAsync(await office.OpenAsync("/governance/tasks"), "6. 课后服务覆盖农村小学");
        Assert.Null(task.Document.QuerySelector("[name=Remark]"));
        Assert.NotNull((await office.FollowAsync(await office.OpenAsync("/governance/tasks"), "5. 婚育服务指南编印")).Document.QuerySelector("[name=Remark]"));
        var training = await office.FollowAsync(await office.OpenAsync("/governance/tasks"), "7. 托育从业人员培训");
        Assert.Contains("请写明理由", (await office.PressAsync(training, "不同意延期")).Document.QuerySelector("#Remark-err")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("会议议定", (await office.FollowAsync(await office.OpenAsync("/governance/tasks"), "2. 提出新建幼儿园托班指标")).Text, StringComparison.Ordinal);
    }

    // After a merger the officer of the new unit works by the pages on what stands under the old name, and the board tells the new one.
    private static async Task AssertMergedAsync(CradleSite site)
    {
        const string merged = "市教育和体育局";
        var office = await People.AsAsync(site, "changchun.officer");
        await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", merged));
        await office.PressAsync(await office.OpenAsync("/governance/units"), "记下合并", ("Unit", "市教育局"), ("Successor", merged), ("Until", $"{ChinaTime.Today(site.Clock).AddDays(-1):yyyy-MM-dd}"));
        await GrantAsync(site, "taiyuan.analyst", merged);

        var officer = await People.AsAsync(site, "taiyuan.analyst");
        var mine = await officer.OpenAsync("/governance/mine");
        Assert.Contains("吉林省长春市 · " + merged, mine.Text, StringComparison.Ordinal);
        Assert.Contains("说明腾出教室的时间", mine.Text, StringComparison.Ordinal);
        var task = await officer.PressAsync(await officer.FollowAsync(mine, "2. 提出新建幼儿园托班指标"), "签收");
        Assert.Contains("已签收", task.Text, StringComparison.Ordinal);
        Assert.Contains("市教育局", task.Document.QuerySelector("#units + ul")!.TextContent, StringComparison.Ordinal);
        task = await officer.PressAsync(task, "报进展", ("Text", "指标已经测算"));
        Assert.Contains("指标已经测算", task.Text, StringComparison.Ordinal);

        var leader = await People.AsAsync(site, "changchun.leader");
        var board = await leader.OpenAsync("/governance");
        var lines = board.Document.QuerySelectorAll("section[aria-labelledby=units] th[scope=row]").Select(line => line.TextContent).ToList();
        Assert.Contains(merged, lines);
        Assert.DoesNotContain("市教育局", lines);
        Assert.Contains("中国人民银行吉林省分行", lines);   // it took over in 2023 what the annex still names by the old name
        var row = board.Document.QuerySelectorAll("section[aria-labelledby=units] tr").Single(line => line.QuerySelector("th[scope=row]")?.TextContent == merged);
        var all = row.QuerySelectorAll("a").Last();
        Assert.Equal(int.Parse(all.TextContent, System.Globalization.CultureInfo.InvariantCulture), (await leader.OpenAsync(all.GetAttribute("href")!)).Document.QuerySelectorAll("tbody tr").Length);
    }

    private static async Task GrantAsync(CradleSite site, string userName, string unit)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("test"), Process = "test", Correlation = Guid.NewGuid() });
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var account = await database.Accounts.SingleAsync(account => account.UserName == userName, Stop);
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        foreach (var other in await database.Grants.Where(grant => grant.AccountId == account.Id).ToListAsync(Stop))
        {
            database.Remove(other);
            audit.Record("removed", other.AuditSubject);
        }

        var grant = new RoleGrant { Id = Guid.NewGuid(), AccountId = account.Id, Role = Role.DepartmentOfficer, Division = DivisionCode.Parse("2201"), Unit = unit, State = GrantState.Active };
        database.Add(grant);
        audit.Record("granted", grant.AuditSubject);
        await database.SaveChangesAsync(Stop);
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
        Assert.Equal([ProvisionState.Assessed, ProvisionState.Found, ProvisionState.Found, ProvisionState.Published], (await database.Set<Provision>().Select(provision => provision.State).ToListAsync(Stop)).OrderBy(state => state.ToString(), StringComparer.Ordinal));
        Assert.Contains(tasks, task => task is { State: KeyTaskState.Reopened, Number: 2 });
        Assert.Equal([RefusalState.Routed, RefusalState.Decided], (await database.Set<Refusal>().Select(refusal => refusal.State).ToListAsync(Stop)).Order());
        Assert.Equal(2, await database.Set<HelpRequest>().CountAsync(Stop));
        Assert.Equal([TopicState.Proposed, TopicState.Reported], (await database.Set<ResearchTopic>().Select(topic => topic.State).ToListAsync(Stop)).Order());
        Assert.Equal([NominationState.Applied, NominationState.OnNotice], (await database.Set<Nomination>().Select(nomination => nomination.State).ToListAsync(Stop)).Order());
        Assert.Equal(MatterState.Routed, await database.Set<ImportantMatter>().Select(matter => matter.State).SingleAsync(Stop));
        var people = (await database.Accounts.Where(account => account.UserName!.StartsWith("changchun.")).Select(account => account.Id).ToListAsync(Stop)).Select(id => id.ToString("N")).ToList();
        var actors = await database.Set<AuditEntry>().Where(entry => entry.Process == "governance.demo").Select(entry => entry.ActorId).Distinct().ToListAsync(Stop);
        Assert.True(actors.Count > 5);
        Assert.Subset(people.ToHashSet(), actors.ToHashSet());
    }
}
