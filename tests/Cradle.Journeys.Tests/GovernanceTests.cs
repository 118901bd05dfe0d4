using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Commendations;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Units;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Journeys.Tests;

/// <summary>A unit works, another checks, a leader looks and presses: in a browser, with scripts and without, on a phone. Then every page is looked at.</summary>
public class GovernanceTests(Served served)
{
    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");
    private static readonly SemaphoreSlim Filling = new(1);
    private static IReadOnlyDictionary<string, string>? filled;

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 8)]
    public async Task A_unit_proves_a_checker_checks_and_a_leader_reminds(bool scripts, int row)
    {
        var paths = await FillAsync();
        var task = paths["task-" + row];

        await using (var unit = await served.VisitAsync(scripts))
        {
            unit.Shown = unit.FitsAsync;
            await unit.SignInAsync("changchun.officer");
            await unit.OpenAsync("/governance/mine?unit=" + Uri.EscapeDataString("市教育局"));
            await unit.TellAsync("mine");
            await unit.OpenAsync(task);
            await unit.PressAsync("签收");
            await unit.Page.FillAsync("#Text", "全市轮岗 40 人");
            await unit.PressAsync("报进展");
            await unit.PressAsync("交佐证");   // nothing is filled in
            Assert.Equal(1, await unit.Page.Locator(".errors").CountAsync());
            await unit.TellAsync("task-error");
            await unit.Page.FillAsync("#Label", "轮岗名单");
            await unit.Page.FillAsync("#Source", "长教发〔2026〕5号");
            await unit.PressAsync("交佐证");
            await unit.PressAsync("申请办结");
            Assert.Contains("待核查", await unit.Main.InnerTextAsync(), StringComparison.Ordinal);
            await unit.TellAsync("task-claimed");
        }

        await using (var checker = await served.VisitAsync(scripts))
        {
            checker.Shown = checker.FitsAsync;
            await checker.SignInAsync("changchun.supervisor");
            await checker.OpenAsync("/governance/check");
            await checker.TellAsync("check");
            await checker.Main.Locator($"a[href$='{task}']").ClickAsync();
            await checker.Page.CheckAsync("input[name=accepted]");
            await checker.Page.FillAsync("#Checker", "市政府督查室");
            await checker.PressAsync("提交核查结果");
            Assert.Contains("已核查", await checker.Main.InnerTextAsync(), StringComparison.Ordinal);
        }

        await using var leader = await served.VisitAsync(scripts);
        leader.Shown = leader.FitsAsync;
        await leader.SignInAsync("changchun.leader");
        await leader.OpenAsync("/governance");
        await leader.TellAsync("board");
        await leader.Main.Locator("a.tile").First.ClickAsync();
        Assert.Equal("/governance/tasks", leader.Path);
        await leader.OpenAsync(paths["task-13"]);
        await leader.Page.FillAsync("#Remark", "请本周报进度");
        await leader.PressAsync("催办全部单位");
        Assert.Contains("请本周报进度", await leader.Main.InnerTextAsync(), StringComparison.Ordinal);
        await leader.TellAsync("task-reminded");
    }

    [Theory]
    [InlineData("changchun.officer")]
    [InlineData("changchun.leader")]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_a_phone(string userName)
    {
        var paths = await FillAsync();
        await using var visit = await served.VisitAsync();
        await visit.SignInAsync(userName);
        string[] pages =
        [
            "/governance", "/governance/tasks", "/governance/timeline", "/governance/loop?broken=true", "/governance/orders", "/governance/units", "/governance/meetings", "/governance/measures", "/governance/filings",
            "/governance/provisions", "/governance/complaints", "/governance/assessments", "/governance/reports", "/governance/matters", "/governance/commendations", "/governance/rhythm",
            .. userName.EndsWith("officer", StringComparison.Ordinal) ? new[] { "/governance/mine", "/governance/import", "/governance/tasks/new" } : [],
            .. paths.Values, paths["report"] + "/print", "/notices/commendations",
        ];
        foreach (var path in pages)
        {
            await visit.OpenAsync(path);
            Assert.Equal(0, await visit.Page.Locator(".errors").CountAsync());
            var name = paths.FirstOrDefault(pair => pair.Value == path).Key ?? path.Trim('/').Replace('/', '-').Split('?')[0];
            await visit.TellAsync($"{userName.Split('.')[1]}-{name}");
            await visit.AxeAsync(path);
            await visit.FitsAsync(path);
        }
    }

    // The ledger of Changchun with one of everything, by the services that the pages use; once for all journeys.
    private async Task<IReadOnlyDictionary<string, string>> FillAsync()
    {
        await Filling.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return filled ??= await MakeAsync();
        }
        finally
        {
            Filling.Release();
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> MakeAsync()
    {
        var paths = new Dictionary<string, string>();
        var directory = UnitFile.Read(UnitFile.Find(Repository.PathOf("data", "units"), Changchun)!);
        await DoAsync<UnitService>(async units => Assert.Null((await units.AddAsync(Changchun, directory.All)).Error));
        var csv = await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv"));
        await DoAsync<MatrixService>(async matrix => Assert.Null((await matrix.ImportAsync(Changchun, "001", 2026, new MatrixReader(directory, "长春", new DateOnly(2026, 3, 1)).Read(csv, "a.csv"))).Error));
        await DoAsync<TaskService>(async tasks => Assert.True(await tasks.AssignAllAsync(Changchun, "001", 2026) > 20));
        foreach (var number in new[] { 7, 8, 13 })
            paths["task-" + number] = "/governance/tasks/" + await ReadAsync(database => database.Set<KeyTask>().Where(task => task.Document == "001" && task.Number == number).Select(task => task.Id).SingleAsync());
        await DoAsync<OrderService>(async orders => Assert.Null((await orders.IssueAsync(Guid.Parse(paths["task-13"].Split('/')[^1]), "市卫健委", "说明托位进度", new DateOnly(2026, 3, 20))).Error));
        var body = Guid.Empty;
        await DoAsync<MeetingService>(async meetings => body = (await meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "人口和计划生育领导小组", ["市卫健委", "市教育局", "市财政局"], new DateOnly(2025, 1, 1))).Body);
        await DoAsync<MeetingService>(async meetings => Assert.Null((await meetings.HoldAsync(body, new DateOnly(2026, 2, 10), "听取全年安排，议定两项。", [new("印发托育补助细则", "市卫健委", new DateOnly(2026, 2, 28)), new("落实新建园托班指标", "市教育局", new DateOnly(2026, 6, 30))])).Error));
        paths["body"] = "/governance/meetings/" + body;
        await DoAsync<MeasureService>(async measures => paths["measure"] = "/governance/measures/" + (await measures.ListAsync(Changchun, new MeasureInput("001", "22", "多子女家庭公积金贷款额度上浮", "市公积金", "多子女家庭", new DateOnly(2026, 2, 1)))).Measure);
        await DoAsync<MeasureService>(async measures => paths["filing"] = "/governance/filings/" + (await measures.FileAsync(Changchun, "长春市托育补助办法", "001/17", ["正文", "资金测算", "征求意见情况"], ["正文"])).Filing);
        await DoAsync<ProvisionService>(async provisions => paths["provision"] = "/governance/provisions/" + (await provisions.FindAsync(Changchun, new ProvisionInput("某区落户办法（2015）", "第七条", ProvisionKind.Precondition, "市公安局"))).Provision);
        await DoAsync<ProvisionService>(async provisions => paths["complaint"] = "/governance/complaints/" + (await provisions.ComplainAsync(Changchun, "school", "入学要求提供计划生育证明", "某小学", new DateOnly(2026, 3, 20))).Refusal);
        Indicator[] indicators = [new("places", "每千人口托位数", "001/一（二）", "place/1000", 60, ScoringKind.Proportion, TargetBound.AtLeast, 4.5m), new("work", "工作质量", "", "point", 40, ScoringKind.Points, TargetBound.AtLeast, null), new("grave", "重大安全事件", "", "case", 0, ScoringKind.Veto, TargetBound.AtMost, 0)];
        var set = Guid.Empty;
        await DoAsync<AssessmentService>(async service => set = (await service.PublishAsync(Changchun, 2026, "2026年目标责任考核", indicators, [Nanguan, DivisionCode.Parse("220103")])).Set);
        paths["set"] = "/governance/assessments/" + set;
        var place = await ReadAsync(database => database.Set<PlaceAssessment>().Where(assessment => assessment.SetId == set && assessment.Division == Nanguan).Select(assessment => assessment.Id).SingleAsync());
        paths["place"] = "/governance/assessments/places/" + place;
        await DoAsync<AssessmentService>(async service => Assert.Null(await service.SelfReportAsync(place, [new("places", 4.2m, "托育统计"), new("work", 90, "自评"), new("grave", 0, "应急局")])));
        await DoAsync<AssessmentService>(async service => Assert.Null(await service.ScoreAsync(place, Changchun, new Dictionary<string, decimal> { ["work"] = 85 })), "reviewer");
        await DoAsync<ReportService>(async reports => paths["report"] = "/governance/reports/" + (await reports.DraftAsync(Changchun, "吉林省长春市", DivisionCode.Parse("22"), 2026, new DateOnly(2026, 11, 30))).Report);
        await DoAsync<ReportService>(async reports => Assert.Null((await reports.ReportMatterAsync(Changchun, "一家托育机构停业", "涉及 40 名儿童，已全部分流。", new DateTimeOffset(2026, 2, 27, 0, 0, 0, TimeSpan.Zero))).Error));
        var call = Guid.Empty;
        await DoAsync<CommendationService>(async service => call = (await service.CallAsync(Changchun, "儿童友好示范区", ["制度健全", "服务到位"], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), 7)).Programme);
        await DoAsync<CommendationService>(async service => Assert.Null((await service.ApplyAsync(call, Nanguan, "南关区", ["创建总结", "群众评价"])).Error));
        paths["programme"] = "/governance/commendations/" + call;
        while (await served.Site.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(TestContext.Current.CancellationToken) > 0)
        {
            // until the board has counted
        }

        return paths;
    }

    private async Task DoAsync<TService>(Func<TService, Task> act, string officer = "office")
        where TService : notnull
    {
        await using var scope = served.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, officer), Process = "journeys", Correlation = Guid.NewGuid(),
            Authority = Authority.Over(DivisionCode.Nation, GovernancePermissions.Read, GovernancePermissions.Compile, GovernancePermissions.Report, GovernancePermissions.Check, GovernancePermissions.Supervise, GovernancePermissions.Approve),
        });
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<TResult> ReadAsync<TResult>(Func<PlatformDbContext, Task<TResult>> act)
    {
        await using var scope = served.Site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }
}
