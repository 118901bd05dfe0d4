using Cradle.Governance.Assessment;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Governance.Units;
using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Governance.Demo;

/// <summary>
/// The ledger of Changchun in motion, for trying the product out: the shipped directory and example matrix, and a made-up work plan whose tasks stand
/// at every step. All of it goes through the services that the pages use, in the names of the demo accounts, with days reckoned from today.
/// </summary>
public sealed class DemoLedger(DemoActors actors, DocumentTargets targets, IOptions<PlatformOptions> options, IServiceScopeFactory scopes, TimeProvider time)
{
    internal const string Office = "changchun.officer";
    internal const string Colleague = "changchun.officer2";
    internal const string Supervisor = "changchun.supervisor";
    internal const string Leader = "changchun.leader";
    internal const string Frontline = "changchun.frontline";
    private const string Checking = "市统计局";
    private const string Plan = "演示工作要点";
    private const string Part = "八、年度重点（演示）。";
    private const string Annex = "001";
    internal static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    internal static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");
    internal static readonly DivisionCode Chaoyang = DivisionCode.Parse("220104");
    internal static readonly DemoUnit Health = DemoAccounts.Units[0];
    internal static readonly DemoUnit Education = DemoAccounts.Units[1];

    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>Fills the ledger; where Changchun keeps units already, by an earlier start or by hand, nothing happens.</summary>
    /// <param name="matrix">The example matrix, <c>docs/examples/matrix/changchun.csv</c>.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Whether it was filled.</returns>
    public async Task<bool> FillAsync(string matrix, CancellationToken cancellationToken = default)
    {
        var directory = UnitFile.Read(UnitFile.Find(Path.Combine(options.Value.Data, "units"), Changchun)!);
        if (await IsFilledAsync(cancellationToken))
        {
            return false;
        }

        await actors.DoAsync<UnitService>(Office, async units => (await units.AddAsync(Changchun, directory.All, cancellationToken)).Error);
        var reader = new MatrixReader(directory, "长春", Today);
        await ImportAsync(Annex, reader.Read(await File.ReadAllBytesAsync(matrix, cancellationToken), matrix));
        await ImportAsync(Plan, reader.Read(PlanTable()));
        var beside = new DemoBeside(actors, Today);
        Func<Task>[] story =
        [
            beside.PaceAsync, WorkAsync, ClaimAsync, ExtendAsync, PressAsync, MeetAsync, MeasureAsync, FileAsync, AssessAsync,
            beside.ClearAsync, beside.HearAsync, beside.ServeAsync, beside.StudyAsync, beside.CommendAsync, beside.WarnAsync, ReportAsync,
        ];
        foreach (var chapter in story)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await chapter();
        }

        return true;
    }

    private async Task<bool> IsFilledAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Unit>().AnyAsync(unit => unit.Division == Changchun, cancellationToken);
    }

    private Table PlanTable() => new(
    [
        ["序号", "主要任务", "", "责任单位", "完成时限"],
        Row(1, "托育机构备案信息核对", "市卫健委牵头 市教育局按职责分工负责", 20),
        Row(2, "幼儿园开设托班", "市教育局牵头 市卫健委按职责分工负责", 45),
        Row(3, "母婴设施排查整改", "市卫健委牵头负责", 10),
        Row(4, "用人单位托育点建设", "市卫健委牵头 市教育局按职责分工负责", -20),
        Row(5, "婚育服务指南编印", "市卫健委牵头负责", 5),
        Row(6, "课后服务覆盖农村小学", "市教育局牵头负责", 60),
        Row(7, "托育从业人员培训", "市教育局牵头 市卫健委按职责分工负责", 15),
    ]);

    private string[] Row(int number, string title, string units, int days) => [$"{number}", Part, $"{number}. {title}。", units, $"{Today.AddDays(days):yyyy-MM-dd}"];

    private async Task ImportAsync(string document, MatrixReading reading)
    {
        await actors.DoAsync<MatrixService>(Office, async matrix => (await matrix.ImportAsync(Changchun, document, Today.Year, reading)).Error);
        await actors.DoAsync<TaskService>(Office, async tasks =>
        {
            await tasks.AssignAllAsync(Changchun, document, Today.Year);
            return null;
        });
    }

    private async Task<DemoTask> TaskAsync(string document, int number)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tasks = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<KeyTask>();
        return new DemoTask(actors, await tasks.Where(task => task.Division == Changchun && task.Document == document && task.Number == number).Select(task => task.Id).SingleAsync());
    }

    // Signed for, reported on, in danger; most rows of the annex wait for their signature.
    private async Task WorkAsync()
    {
        await (await TaskAsync(Annex, 7)).SignAsync(Education);
        var places = await TaskAsync(Annex, 8);
        await places.SignAsync(Health, Education);
        await places.ReportAsync(Health, "与教育部门核对了幼儿园和托育机构名单。");
        await places.ReportAsync(Education, "两区幼儿园愿意开设托班，正在核实场地。");
        var lessons = await TaskAsync(Plan, 6);
        await lessons.SignAsync(Education);
        await lessons.ReportAsync(Education, "已有六所学校开课。");
        await lessons.StepAsync(Office, "确定学校名单", Today.AddDays(-5));
        await lessons.StepAsync(Office, "师资到位", Today.AddDays(30));
        await lessons.RiskAsync(Education, "三所学校师资没有着落。");
    }

    // One claim waits, one went back, one was struck off.
    private async Task ClaimAsync()
    {
        var records = await TaskAsync(Plan, 1);
        await records.SignAsync(Health, Education);
        await records.ClaimAsync(Education, "园所名单核对完毕。", "幼儿园托班名单", "演示文号〔一〕");
        await records.ClaimAsync(Health, "备案信息逐家核对完毕。", "核对情况说明", "演示文号〔二〕");

        var classes = await TaskAsync(Plan, 2);
        await classes.SignAsync(Health, Education);
        await classes.ClaimAsync(Health, "完成卫生评价。", "卫生评价报告", "演示文号〔三〕");
        await classes.ClaimAsync(Education, "首批托班开班。", "开班通知", "演示文号〔四〕");
        await classes.CheckAsync(Colleague, Checking, "开班通知没有写明班级和人数，请补名单。");

        var guide = await TaskAsync(Plan, 5);
        await guide.SignAsync(Health);
        await guide.ClaimAsync(Health, "指南已印发到社区。", "婚育服务指南", "演示文号〔五〕");
        await guide.CheckAsync(Colleague, Checking);
        await guide.CloseAsync(Office);
    }

    // One later day is granted, one is asked for.
    private async Task ExtendAsync()
    {
        var rooms = await TaskAsync(Plan, 3);
        await rooms.SignAsync(Health);
        await rooms.ReportAsync(Health, "排查完毕，部分场所在施工。");
        await rooms.AskAsync(Health, Today.AddDays(60), "两处车站的改造工期未到。");
        await rooms.GrantAsync(Office, "工期有施工合同为证，同意。");

        var training = await TaskAsync(Plan, 7);
        await training.SignAsync(Health, Education);
        await training.ReportAsync(Education, "第一期培训已开班。");
        await training.AskAsync(Education, Today.AddDays(75), "第二期要等学校放假才有场地。");
    }

    // What is late is pressed: one order nobody has opened, one with an answer to decide on.
    private async Task PressAsync()
    {
        var places = await TaskAsync(Plan, 4);
        await places.SignAsync(Health, Education);
        await places.ReportAsync(Education, "两所附属幼儿园可以腾出教室。");
        await actors.MakeAsync<OrderService>(Supervisor, orders => orders.IssueAsync(places.Id, Health.Unit, "说明逾期原因和补救办法。", Today.AddDays(5)));
        var answered = await actors.MakeAsync<OrderService>(Supervisor, orders => orders.IssueAsync(places.Id, Education.Unit, "说明腾出教室的时间。", Today.AddDays(7)));
        await actors.DoAsync<OrderService>(Education.UserName, orders => orders.ReadAsync(answered));
        await actors.DoAsync<OrderService>(Education.UserName, orders => orders.AnswerAsync(answered, "下月中旬腾出，名单另附。", version: 1));
    }

    private async Task MeetAsync()
    {
        var group = await actors.MakeAsync<MeetingService>(Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "人口和托育工作领导小组（演示）", [Health.Unit, Education.Unit, "市财政局"], Today.AddDays(-90)));
        await actors.MakeAsync<MeetingService>(Office, meetings => meetings.HoldAsync(group, Today.AddDays(-30), "听取托育服务进展，议定两项。",
            [new("提出托育机构运营补助办法", Health.Unit, Today.AddDays(30)), new("提出新建幼儿园托班指标", Education.Unit, Today.AddDays(-5))]));
    }

    private async Task MeasureAsync()
    {
        await actors.MakeAsync<MeasureService>(Office, measures => measures.ListAsync(Changchun, new MeasureInput(Annex, "22", "多子女家庭公积金贷款支持", "市公积金", "多子女家庭", Today.AddDays(-10))));
        var running = await actors.MakeAsync<MeasureService>(Office, measures => measures.ListAsync(Changchun, new MeasureInput(Annex, "20", "托育机构备案一次办", Health.Unit, "托育机构", Today.AddDays(-60))));
        await actors.DoAsync<MeasureService>(Office, measures => measures.IssueRuleAsync(running, "托育机构备案办理规程（演示）", Today.AddDays(-70)));
        await actors.DoAsync<MeasureService>(Office, measures => measures.StartAsync(running, Today.AddDays(-50)));
    }

    // One of the place's own on its way up; one of a district that the place received and asked more of.
    private async Task FileAsync()
    {
        await actors.MakeAsync<MeasureService>(Office, measures => measures.FileAsync(Changchun, "长春市托育机构运营补助办法（演示）", "001/17", ["正文", "资金测算", "征求意见情况"], ["正文", "资金测算", "征求意见情况"]));
        var district = await actors.MakeAsync<MeasureService>(Colleague, measures => measures.FileAsync(Chaoyang, "朝阳区普惠托育办法（演示）", "001/18", ["正文", "资金测算"], ["正文"]));
        await actors.DoAsync<MeasureService>(Office, measures => measures.MoveFilingAsync(district, FilingAction.Receive));
        await actors.DoAsync<MeasureService>(Office, measures => measures.MoveFilingAsync(district, FilingAction.AskForMore, "请补资金测算。"));
    }

    private async Task AssessAsync()
    {
        Indicator[] indicators =
        [
            new("places", "每千人口托位数", "001/18", "place/1000", 60, ScoringKind.Proportion, TargetBound.AtLeast, 4.5m), new("work", "工作质量", "", "point", 40, ScoringKind.Points, TargetBound.AtLeast, null),
            new("grave", "重大安全事件", "", "case", 0, ScoringKind.Veto, TargetBound.AtMost, 0),
        ];
        var set = await actors.MakeAsync<AssessmentService>(Leader, service => service.PublishAsync(Changchun, Today.Year, $"{Today.Year}年目标责任考核（演示）", indicators, [Nanguan, Chaoyang]));
        var place = await AssessmentAsync(set);
        await actors.DoAsync<AssessmentService>(Office, service => service.SelfReportAsync(place, [new("places", 4.2m, "托育统计"), new("work", 90, "自评"), new("grave", 0, "应急部门")]));
        await actors.DoAsync<AssessmentService>(Colleague, service => service.ScoreAsync(place, Changchun, new Dictionary<string, decimal> { ["work"] = 85 }));
    }

    private async Task<Guid> AssessmentAsync(Guid set)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<PlaceAssessment>().Where(assessment => assessment.SetId == set && assessment.Division == Nanguan).Select(assessment => assessment.Id).SingleAsync();
    }

    private Task ReportAsync() => actors.MakeAsync<ReportService>(Office, reports => reports.DraftAsync(
        Changchun, "吉林省长春市", Changchun.Parent!.Value, Today.Year, targets.ReportDueOn(Changchun.Parent!.Value, Today.Year) ?? new DateOnly(Today.Year, 12, 31)));
}
