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
using Cradle.Governance.Research;
using Cradle.Governance.SocialForces;
using Cradle.Governance.Units;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Journeys.Tests;

/// <summary>The ledger of Changchun with one of everything, by the services that the pages use; once for all journeys.</summary>
internal sealed class GovernanceLedger(Served served)
{
    /// <summary>An officer who in Changchun speaks for 市教育局 alone.</summary>
    public const string UnitOfficer = "taiyuan.analyst";

    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");
    private static readonly Lock Filling = new();
    private static Task<IReadOnlyDictionary<string, string>>? filled;

    /// <summary>The pages of what stands there, by name.</summary>
    public Task<IReadOnlyDictionary<string, string>> FillAsync()
    {
        lock (Filling)
        {
            return filled ??= MakeAsync();
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> MakeAsync()
    {
        var paths = new Dictionary<string, string>();
        var directory = UnitFile.Read(UnitFile.Find(Repository.PathOf("data", "units"), Changchun)!);
        await DoAsync<UnitService>(async units => Assert.Null((await units.AddAsync(Changchun, [.. directory.All, new UnitEntry("市政府督查室", UnitKind.Department, [])])).Error));
        var csv = await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv"));
        await DoAsync<MatrixService>(async matrix => Assert.Null((await matrix.ImportAsync(Changchun, "001", 2026, new MatrixReader(directory, "长春", new DateOnly(2026, 3, 1)).Read(csv, "a.csv"))).Error));
        await DoAsync<TaskService>(async tasks => Assert.True(await tasks.AssignAllAsync(Changchun, "001", 2026) > 20));
        foreach (var number in new[] { 7, 8, 11, 13 })
            paths["task-" + number] = "/governance/tasks/" + await ReadAsync(database => database.Set<KeyTask>().Where(task => task.Document == "001" && task.Number == number).Select(task => task.Id).SingleAsync());
        const string dated = "序号,主要任务,责任单位,完成时限\n1,校长轮岗试点,市教育局牵头负责,2026年6月30日\n2,课后服务全覆盖,市教育局牵头负责,2026-06-30\n3,托班进园,市教育局牵头负责,2026年2月底\n4,家长学校,市教育局牵头负责,持续推进\n";
        await DoAsync<MatrixService>(async matrix => Assert.Null((await matrix.ImportAsync(Changchun, "own", 2026, new MatrixReader(directory, "长春", new DateOnly(2026, 3, 1)).Read(System.Text.Encoding.UTF8.GetBytes(dated), "own.csv"))).Error));
        await DoAsync<TaskService>(async tasks => Assert.Equal(4, await tasks.AssignAllAsync(Changchun, "own", 2026)));
        foreach (var number in new[] { 1, 2, 4 })
            paths["dated-" + number] = "/governance/tasks/" + await ReadAsync(database => database.Set<KeyTask>().Where(task => task.Document == "own" && task.Number == number).Select(task => task.Id).SingleAsync());
        await GrantAsync();
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
        var project = Guid.Empty;
        await DoAsync<SocialForcesService>(async forces => project = (await forces.AddProjectAsync(Changchun, new ProjectInput("市妇联", "假期陪伴", SocialFunction.FamilyHelp, true))).Project);
        var volunteer = Guid.Empty;
        await DoAsync<SocialForcesService>(async forces => volunteer = (await forces.AddVolunteerAsync(Changchun, "CC-2026-0001", new DateOnly(2026, 1, 10))).Volunteer);
        await DoAsync<SocialForcesService>(async forces => Assert.Null(await forces.MatchAsync(project, volunteer)));
        await DoAsync<SocialForcesService>(async forces => Assert.Null((await forces.LogAsync(project, volunteer, new DateOnly(2026, 2, 28), 3)).Error));
        await DoAsync<SocialForcesService>(async forces => Assert.Null((await forces.AskAsync(Nanguan, SocialFunction.FamilyHelp, "双职工家庭寒假看护")).Error));
        paths["project"] = "/governance/volunteers/" + project;
        await DoAsync<ResearchService>(async research => paths["topic"] = "/governance/research/" + (await research.ProposeAsync(Changchun, new TopicInput("托位需求预测", "某大学人口所", ["县区", "出生人数"], new DateOnly(2026, 12, 31)))).Topic);
        await DeliverAsync();
        return paths;
    }

    /// <summary>Waits until the board has counted.</summary>
    public async Task DeliverAsync()
    {
        while (await served.Site.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(TestContext.Current.CancellationToken) > 0)
        {
            // until nothing waits
        }
    }

    private async Task GrantAsync()
    {
        await using var scope = served.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("journeys"), Process = "journeys", Correlation = Guid.NewGuid() });
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var account = await database.Accounts.SingleAsync(account => account.UserName == UnitOfficer);
        var grant = new RoleGrant { Id = Guid.NewGuid(), AccountId = account.Id, Role = Role.DepartmentOfficer, Division = Changchun, Unit = "市教育局", State = GrantState.Active };
        database.Add(grant);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record("granted", grant.AuditSubject);
        await database.SaveChangesAsync();
    }

    private async Task DoAsync<TService>(Func<TService, Task> act, string officer = "office")
        where TService : notnull
    {
        await using var scope = served.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, officer), Process = "journeys", Correlation = Guid.NewGuid(),
            Authority = Authority.Over(DivisionCode.Nation, GovernancePermissions.Read, GovernancePermissions.Compile, GovernancePermissions.Report, GovernancePermissions.Check, GovernancePermissions.Supervise, GovernancePermissions.Approve, GovernancePermissions.Ask),
        });
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<TResult> ReadAsync<TResult>(Func<PlatformDbContext, Task<TResult>> act)
    {
        await using var scope = served.Site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }
}
