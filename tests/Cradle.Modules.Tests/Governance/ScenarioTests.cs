using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Commendations;
using Cradle.Governance.Figures;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Papers;
using Cradle.Governance.Provisions;
using Cradle.Governance.Reports;
using Cradle.Governance.Research;
using Cradle.Governance.SocialForces;
using Cradle.Governance.Units;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Files;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The scenarios of S01, S02, S61, S69 and S71 to S74, on both databases.</summary>
public abstract class ScenarioTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");
    private static readonly DivisionCode Kuancheng = DivisionCode.Parse("220103");

    [Fact]
    public async Task S01_3_of_a_draft_nothing_is_approved_before_its_department_has_issued_a_rule()
    {
        await LoadUnitsAsync();
        var (id, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new("001", "10", "婚育消费贷款", "市金融办", "登记夫妻"), Stop));
        Assert.IsType<LedgerError.UnknownUnit>(error);
        (id, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new("001", "10", "婚育消费贷款", "市卫健委", "登记夫妻"), Stop));
        Assert.Null(error);
        Assert.IsType<LedgerError.Move>(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.StartAsync(id, Today, Stop)));
        var listed = await InDatabaseAsync(database => database.Set<Measure>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((MeasureState.Listed, false, (DateOnly?)null), (listed.State, listed.IsOn(Today), listed.OperatesFrom));
        Assert.IsType<LedgerError.Move>(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.IssueRuleAsync(id, "", Today, Stop)));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.IssueRuleAsync(id, "贷款办理细则", Today, Stop)));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.StartAsync(id, Today, Stop)));
        Assert.True((await InDatabaseAsync(database => database.Set<Measure>().AsNoTracking().SingleAsync(Stop))).IsOn(Today));
    }

    [Fact]
    public async Task S01_5_a_measure_without_its_rule_is_outstanding_and_not_on()
    {
        await LoadUnitsAsync();
        var (id, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new("001", "22", "多子女家庭公积金贷款额度", "市公积金", "二孩三孩家庭", new DateOnly(2026, 6, 30)), Stop));
        Assert.Null(error);
        var outstanding = Assert.Single(await AsAsync<MeasureService, IReadOnlyList<Measure>>("leader", Leader, measures => measures.OutstandingAsync(Changchun, Stop)));
        Assert.True(outstanding.IsRuleOutstanding);
        Assert.False(outstanding.IsOn(new DateOnly(2030, 1, 1)));
        // a measure starts with the rule of its department (001/31), not before
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.IssueRuleAsync(id, "长房公规〔2026〕2号", Today, Stop)));
        Assert.IsType<LedgerError.Move>(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.StartAsync(id, Today.AddDays(-1), Stop)));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("office", Office, measures => measures.StartAsync(id, Today, Stop)));
        var on = await InDatabaseAsync(database => database.Set<Measure>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((true, false), (on.IsOn(Today), on.IsOn(Today.AddDays(-1))));
        Assert.Empty(await AsAsync<MeasureService, IReadOnlyList<Measure>>("leader", Leader, measures => measures.OutstandingAsync(Changchun, Stop)));
    }

    [Fact]
    public async Task A_measure_without_clause_listed_twice_or_of_an_unknown_unit_is_refused_and_a_spelling_leads_to_its_unit()
    {
        await LoadUnitsAsync();
        var input = new MeasureInput("001", "22", "公积金", "市公积金");
        Assert.IsType<LedgerError.Invalid>((await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, input with { Clause = "" }, Stop))).Item2);
        Assert.Null((await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, input, Stop))).Item2);
        Assert.IsType<LedgerError.Doubled>((await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, input, Stop))).Item2);
        var unknown = (await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, input with { Clause = "23", OwnerUnit = "市卫计委" }, Stop))).Item2;
        Assert.Contains("市卫健委", Assert.IsType<LedgerError.UnknownUnit>(unknown).Resembling);
        Assert.Null((await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, input with { Clause = "24", OwnerUnit = "市住房公积金管理中心" }, Stop))).Item2);
        Assert.Equal("市公积金", await InDatabaseAsync(database => database.Set<Measure>().Where(measure => measure.Clause == "24").Select(measure => measure.OwnerUnit).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_provision_of_a_unit_that_is_not_in_the_directory_is_not_listed()
    {
        await LoadUnitsAsync();
        var input = new ProvisionInput("某区办法", "第七条", ProvisionKind.Precondition, "市公共安全局");
        Assert.IsType<LedgerError.UnknownUnit>((await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.FindAsync(Changchun, input, Stop))).Item2);
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<Provision>().CountAsync(Stop)));
    }

    [Fact]
    public async Task What_the_reviewer_takes_counts_where_the_place_reported_nothing()
    {
        var (set, id) = await AssessedAsync(score: false);
        Assert.IsType<LedgerError.Invalid>(await ScoreAsync(new() { ["qualty"] = 85 }));
        Assert.Null(await ScoreAsync(new() { ["quality"] = 85 }));
        Assert.Equal(90m, await TotalAsync());   // 4.2 / 4.5 × 60 = 56; 85 of 100 judged of 40 points = 34
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.ObjectAsync(id, "质量分偏低", Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("zhou", Checker, service => service.DecideObjectionAsync(id, true, "属实", new Dictionary<string, decimal> { ["quality"] = 90, ["grave"] = 0 }, Stop)));
        Assert.Equal(92m, await TotalAsync());   // 90 of 100 of 40 points = 36
        var values = await InDatabaseAsync(database => database.Set<IndicatorValue>().AsNoTracking().Where(value => value.AssessmentId == id).ToListAsync(Stop));
        Assert.Equal(["places"], values.Where(value => value.IsReported).Select(value => value.Code));

        Task<LedgerError?> ScoreAsync(Dictionary<string, decimal> taken) => AsAsync<AssessmentService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, Changchun, taken, Stop));
        async Task<decimal> TotalAsync() => Assert.Single(await AsAsync<AssessmentService, IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>>("leader", Leader, service => service.RankAsync(set, Stop))).Total;
    }

    [Fact]
    public async Task A_filing_is_answered_only_when_it_is_complete()
    {
        var (id, _) = await AsAsync<MeasureService, (Guid, LedgerError?)>("city", Office, measures => measures.FileAsync(DivisionCode.Parse("6210"), "庆阳市育儿补贴办法", "004/（一）", ["办法正文", "资金测算"], ["办法正文"], cancellationToken: Stop));
        Assert.Null(await FilingAsync(FilingAction.Receive));
        Assert.IsType<LedgerError.Move>(await FilingAsync(FilingAction.Answer, "同意"));
        Assert.Null(await FilingAsync(FilingAction.AskForMore, "缺资金测算"));
        Assert.Null(await AsAsync<MeasureService, LedgerError?>("city", Office, measures => measures.MoveFilingAsync(id, FilingAction.Supplement, "资金测算", cancellationToken: Stop)));
        Assert.Null(await FilingAsync(FilingAction.Answer, "同意备案"));
        Assert.Equal(FilingState.Answered, (await InDatabaseAsync(database => database.Set<Filing>().AsNoTracking().SingleAsync(Stop))).State);

        Task<LedgerError?> FilingAsync(FilingAction action, string? text = null) => AsAsync<MeasureService, LedgerError?>("province", Checker, measures => measures.MoveFilingAsync(id, action, text, cancellationToken: Stop));
    }

    [Fact]
    public async Task S02_2_a_school_that_refuses_a_third_child_is_reported_to_the_education_bureau_with_a_day_to_answer()
    {
        var (_, error) = await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.ComplainAsync(Changchun, "school", "入学要求计划生育证明", "某小学", Today.AddDays(15), cancellationToken: Stop));
        Assert.Null(error);
        var refusal = await InDatabaseAsync(database => database.Set<Refusal>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("市教育局", Today.AddDays(15), RefusalState.Routed), (refusal.Unit, refusal.Due!.Value, refusal.State));
        Assert.Equal(refusal.ProvisionId, (await InDatabaseAsync(database => database.Set<Provision>().AsNoTracking().SingleAsync(Stop))).Id);
    }

    [Fact]
    public async Task S10_2_a_school_that_asks_a_settled_child_for_an_extra_fee_is_reported_to_the_education_bureau_with_the_clause()
    {
        var (_, error) = await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.ComplainAsync(Changchun, "school", "001/9 落户孩子同等待遇，学校以户籍为由多收费", "某小学", Today.AddDays(15), cancellationToken: Stop));
        Assert.Null(error);
        var refusal = await InDatabaseAsync(database => database.Set<Refusal>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("市教育局", Today.AddDays(15)), (refusal.Unit, refusal.Due!.Value));
        Assert.StartsWith("001/9", (await InDatabaseAsync(database => database.Set<Provision>().AsNoTracking().SingleAsync(Stop))).Clause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S02_4_a_new_provision_opens_the_task_that_was_done_with_its_reason()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(2);
        var input = new ProvisionInput("某区落户办法（2015）", "第七条", ProvisionKind.Precondition, "市公安局");
        Assert.Null((await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.FindAsync(Changchun, input, Stop))).Item2);
        Assert.Equal((KeyTaskState.Reopened, (DateOnly?)null), ((await TaskAsync(row.Id)).State, (await TaskAsync(row.Id)).ClosedOn));
        var reason = await InDatabaseAsync(database => database.AuditEntries.AsNoTracking().Where(entry => entry.SubjectId == row.Id && entry.Action == nameof(KeyTaskAction.Reopen)).Select(entry => entry.Reason).SingleAsync(Stop));
        Assert.Equal("某区落户办法（2015） 第七条", reason);
        Assert.IsType<LedgerError.Doubled>((await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.FindAsync(Changchun, input, Stop))).Item2);
    }

    [Fact]
    public async Task A_repeal_without_the_document_that_does_it_is_refused()
    {
        await LoadUnitsAsync();
        var (id, _) = await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.FindAsync(Changchun, new("旧办法", "一", ProvisionKind.Penalty, "市司法局"), Stop));
        Assert.Null(await StepAsync("office", Office, ProvisionAction.Assess));
        Assert.Null(await StepAsync("office", Office, ProvisionAction.Decide, "与条例不符", provision => provision.Decision = "repeal"));
        Assert.IsType<LedgerError.Move>(await StepAsync("li", UnitOfficer, ProvisionAction.Finish));
        Assert.Null(await StepAsync("li", UnitOfficer, ProvisionAction.Finish, null, provision => provision.Proof = "长府规〔2026〕3号"));
        Assert.Null(await StepAsync("office", Office, ProvisionAction.Publish));
        Assert.IsType<LedgerError.Move>(await StepAsync("office", Checker, ProvisionAction.Verify));
        Assert.Null(await StepAsync("wang", Checker, ProvisionAction.Verify));

        Task<LedgerError?> StepAsync(string officer, string[] permissions, ProvisionAction action, string? reason = null, Action<Provision>? change = null) =>
            AsAsync<ProvisionService, LedgerError?>(officer, permissions, provisions => provisions.MoveAsync(id, action, reason, change, Stop));
    }

    [Fact]
    public async Task S61_1_a_judge_of_the_same_city_is_blocked()
    {
        var id = await CheckedNominationAsync();
        Assert.IsType<LedgerError.Invalid>(await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, Changchun, 90, Stop)));
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, DivisionCode.Parse("2202"), 90, Stop)));
    }

    [Fact]
    public async Task S61_2_a_grave_case_within_the_year_excludes()
    {
        var programme = await CallAsync();
        var (id, _) = await AsAsync<CommendationService, (Guid, LedgerError?)>("city", Office, service => service.ApplyAsync(programme, Changchun, "长春市", ["材料一"], Today.AddDays(-100), cancellationToken: Stop));
        var refused = await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.MoveAsync(id, NominationAction.CheckEvidence, null, Stop));
        Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(refused).Why);
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.MoveAsync(id, NominationAction.Exclude, "一年内有重大安全事件", Stop)));
    }

    [Fact]
    public async Task S61_3_an_objection_in_the_notice_makes_the_award_wait_for_the_answer()
    {
        var id = await CheckedNominationAsync();
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, DivisionCode.Parse("2202"), 90, Stop)));
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("leader", Leader, service => service.PublishAsync(id, Stop)));
        Assert.IsType<LedgerError.Move>(await AwardAsync());   // the notice still stands
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("citizen", [], service => service.MoveAsync(id, NominationAction.Object, "材料不实", Stop)));
        Time.Advance(TimeSpan.FromDays(30));
        Assert.IsType<MoveError.Illegal>(Assert.IsType<LedgerError.Move>(await AwardAsync()).Why);
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("leader", Leader, service => service.MoveAsync(id, NominationAction.DismissObjection, "已复核", Stop)));
        Assert.Null(await AwardAsync());

        Task<LedgerError?> AwardAsync() => AsAsync<CommendationService, LedgerError?>("leader", Leader, service => service.MoveAsync(id, NominationAction.Award, null, Stop));
    }

    [Fact]
    public async Task A_proof_that_another_applicant_holds_is_refused()
    {
        var programme = await CallAsync();
        Assert.Null((await AsAsync<CommendationService, (Guid, LedgerError?)>("city", Office, service => service.ApplyAsync(programme, Changchun, "长春市", ["材料一"], null, cancellationToken: Stop))).Item2);
        Assert.IsType<LedgerError.Doubled>((await AsAsync<CommendationService, (Guid, LedgerError?)>("city", Office, service => service.ApplyAsync(programme, DivisionCode.Parse("2202"), "吉林市", ["材料一"], null, cancellationToken: Stop))).Item2);
    }

    [Fact]
    public async Task S69_1_nine_resolutions_seven_done_one_late_show_77_8_per_cent_and_the_late_one_with_its_unit()
    {
        await LoadChangchunAsync();
        var body = await BodyAsync();
        var resolutions = Enumerable.Range(1, 9).Select(number => new ResolutionInput($"议定事项{number}", "市教育局", Today.AddDays(number == 9 ? 5 : 200))).ToList();
        Assert.Null((await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.HoldAsync(body, Today, "纪要", resolutions, Stop))).Item2);
        var tasks = await InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().Where(task => task.Document == "meeting").OrderBy(task => task.Number).ToListAsync(Stop));
        foreach (var task in tasks.Take(7))
        {
            await FinishAsync(task, "市教育局");
        }

        Time.Advance(TimeSpan.FromDays(10));
        var standing = await AsAsync<MeetingService, ResolutionStanding>("leader", Leader, meetings => meetings.StandingAsync(body, Stop));
        Assert.Equal((9, 7, 77.8m), (standing.Total, standing.Done, standing.Percent));
        Assert.Equal(("议定事项9", "市教育局"), (standing.Late.Single().Text, standing.Late.Single().Unit));
    }

    [Fact]
    public async Task S69_2_the_history_of_a_renamed_unit_stays()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(10);
        var old = "中国银行保险监督管理委员会吉林监管局";
        if (row.Assignments.Single(assignment => assignment.Unit == old).SignedOn is null)
            await SignAsync(row.Id, old);
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, old, "已对接银行", cancellationToken: Stop));
        var directory = await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop));
        Assert.Equal("国家金融监督管理总局吉林监管局", directory.Current(directory.Find(old)!, Today).Name);
        Assert.Contains(await InDatabaseAsync(database => database.Set<ProgressReport>().AsNoTracking().Select(report => report.Unit).ToListAsync(Stop)), unit => unit == old);
    }

    [Fact]
    public async Task S69_3_a_body_that_has_not_met_for_six_months_is_named()
    {
        await LoadChangchunAsync();
        var body = await BodyAsync();
        await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.HoldAsync(body, Today, "纪要", [], Stop));
        Assert.Empty(await SilentAsync());
        Time.Advance(TimeSpan.FromDays(190));
        Assert.Equal(body, Assert.Single(await SilentAsync()).Id);

        Task<IReadOnlyList<Body>> SilentAsync() => AsAsync<MeetingService, IReadOnlyList<Body>>("leader", Leader, meetings => meetings.SilentAsync(Changchun, 6, Stop));
    }

    [Fact]
    public async Task A_body_that_was_founded_just_now_is_not_silent_and_one_that_never_met_is_after_six_months()
    {
        await LoadChangchunAsync();
        await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.JointConference, "联席会议", ["市卫健委"], Today, Stop));
        Assert.Empty(await SilentAsync());
        Time.Advance(TimeSpan.FromDays(180));   // 2 March to 29 August: not yet six months
        Assert.Empty(await SilentAsync());
        Time.Advance(TimeSpan.FromDays(5));
        Assert.Single(await SilentAsync());

        Task<IReadOnlyList<Body>> SilentAsync() => AsAsync<MeetingService, IReadOnlyList<Body>>("leader", Leader, meetings => meetings.SilentAsync(Changchun, 6, Stop));
    }

    [Fact]
    public async Task A_resolution_without_unit_or_for_a_member_that_left_is_refused()
    {
        await LoadChangchunAsync();
        var body = await BodyAsync();
        Assert.IsType<LedgerError.Invalid>((await HoldAsync("")).Item2);
        Assert.IsType<LedgerError.UnknownUnit>((await HoldAsync("市体育局")).Item2);
        Assert.Null(await AsAsync<MeetingService, LedgerError?>("office", Office, meetings => meetings.LeaveAsync(body, "市教育局", Today.AddDays(-1), Stop)));
        Assert.IsType<LedgerError.Invalid>((await HoldAsync("市教育局")).Item2);

        Task<(Guid, LedgerError?)> HoldAsync(string unit) => AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.HoldAsync(body, Today, "纪要", [new("事项", unit, Today.AddDays(30))], Stop));
    }

    [Fact]
    public async Task S71_4_an_accepted_objection_makes_version_two_and_keeps_the_first()
    {
        var (set, id) = await AssessedAsync();
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.ObjectAsync(id, "托位数漏报一所", Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("zhou", Checker, service => service.DecideObjectionAsync(id, true, "情况属实", new Dictionary<string, decimal> { ["places"] = 4.5m }, Stop)));
        var scores = await InDatabaseAsync(database => database.Set<ScoreRecord>().AsNoTracking().Where(score => score.AssessmentId == id).OrderBy(score => score.Revision).Select(score => score.Total).ToListAsync(Stop));
        // 60 × 4.2/4.5 + 40 × 0 = 56; with 4.5 places 60
        Assert.Equal([56m, 60m], scores);
        Assert.Equal(60m, (await AsAsync<AssessmentService, IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>>("leader", Leader, service => service.RankAsync(set, Stop)))[0].Total);
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.ApproveAsync(id, Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.NoticeAsync(id, Stop)));
    }

    [Fact]
    public async Task S71_5_a_figure_of_the_ledger_is_not_typed_again()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        await CloseRowAsync(13);
        await StartedRowAsync(11);
        Indicator[] indicators = [new("closed", "核销率", "001/31", "percent", 100, ScoringKind.Proportion, TargetBound.AtLeast, 100, LedgerFigures.ClosedShare)];
        var (set, error) = await AsAsync<AssessmentService, (Guid, LedgerError?)>("leader", Leader, service => service.PublishAsync(Jilin, 2026, "目标责任", indicators, [Changchun], Stop));
        Assert.Null(error);
        var id = await InDatabaseAsync(database => database.Set<PlaceAssessment>().Where(assessment => assessment.SetId == set).Select(assessment => assessment.Id).SingleAsync(Stop));
        Assert.IsType<LedgerError.Invalid>(await AsAsync<AssessmentService, LedgerError?>("city", Office, service => service.SelfReportAsync(id, [new("closed", 100, "自报")], Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("city", Office, service => service.SelfReportAsync(id, [], Stop)));
        // rows 2, 9, 13 and 20 of the five that were issued
        Assert.Equal(80m, (await AsAsync<AssessmentService, Dictionary<string, decimal>>("leader", Leader, service => service.ValuesAsync(id, Stop)))["closed"]);
    }

    [Fact]
    public async Task A_set_with_a_newer_version_is_not_reported_by()
    {
        Indicator[] indicators = [new("quality", "工作质量", "", "point", 100, ScoringKind.Points, TargetBound.AtLeast, null)];
        var (first, second) = (await PublishAsync(), await PublishAsync());
        Assert.IsType<LedgerError.Invalid>(await ReportAsync(first));
        Assert.Null(await ReportAsync(second));

        async Task<Guid> PublishAsync()
        {
            var (set, error) = await AsAsync<AssessmentService, (Guid, LedgerError?)>("leader", Leader, service => service.PublishAsync(Changchun, 2026, "目标责任", indicators, [Nanguan], Stop));
            Assert.Null(error);
            return await InDatabaseAsync(database => database.Set<PlaceAssessment>().Where(assessment => assessment.SetId == set).Select(assessment => assessment.Id).SingleAsync(Stop));
        }

        Task<LedgerError?> ReportAsync(Guid id) => AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.SelfReportAsync(id, [new("quality", 80, "自评")], Stop));
    }

    [Fact]
    public async Task What_is_due_later_in_the_year_is_not_late_yet_and_what_is_struck_off_next_year_was_open_in_this_one()
    {
        await LoadUnitsAsync();
        var task = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        Assert.Equal((0m, 0m), await FiguresAsync());
        MoveTo(new DateOnly(2026, 7, 1));
        Assert.Equal((1m, 0m), await FiguresAsync());
        MoveTo(new DateOnly(2027, 1, 15));
        await AsAsync<UnitService, object?>("office", Office, async units => await units.AddAsync(Changchun, [new UnitEntry("市政府督查室", UnitKind.Department, [])], Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(task.Id, new ProofInput("市教育局", "名单", "1号"), Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(task.Id, "市教育局", task.Version, cancellationToken: Stop));
        var claimed = await TaskAsync(task.Id);
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(task.Id, "市政府督查室", claimed.Evidence.Select(proof => proof.Id).ToHashSet(), claimed.Version, null, Stop));
        await DoAsync("office", Office, tasks => tasks.CloseOutAsync(task.Id, claimed.Version + 1, Stop));
        Assert.Equal((1m, 0m), await FiguresAsync());

        Task<(decimal? Late, decimal? Closed)> FiguresAsync() => AsAsync<LedgerFigures, (decimal?, decimal?)>("leader", Leader, async figures =>
            (await figures.FindAsync(LedgerFigures.LateTasks, Changchun, 2026, Stop), await figures.FindAsync(LedgerFigures.ClosedShare, Changchun, 2026, Stop)));
    }

    [Fact]
    public async Task Equals_share_a_place_an_objection_moves_one_of_them_and_every_version_can_be_reckoned_again()
    {
        var (set, first) = await AssessedAsync();
        var second = await InDatabaseAsync(database => database.Set<PlaceAssessment>().Where(assessment => assessment.Division == Kuancheng).Select(assessment => assessment.Id).SingleAsync(Stop));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county2", Office, service => service.SelfReportAsync(second, [new("places", 4.2m, "统计年报")], Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("wang", Checker, service => service.ScoreAsync(second, Changchun, new Dictionary<string, decimal>(), Stop)));
        Assert.Equal([1, 1], (await RankAsync()).Select(row => row.Place));

        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county2", Office, service => service.ObjectAsync(second, "统计口径有误", Stop)));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("zhou", Checker, service => service.DecideObjectionAsync(second, true, "情况属实", new Dictionary<string, decimal> { ["places"] = 4.5m }, Stop)));
        Assert.Equal([(1, Kuancheng, 60m), (2, Nanguan, 56m)], await RankAsync());   // 4.5 of 4.5 of 60 points; 4.2 / 4.5 × 60 = 56
        foreach (var id in new[] { first, second })
        {
            Assert.Null(await AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.ApproveAsync(id, Stop)));
            Assert.Null(await AsAsync<AssessmentService, LedgerError?>("leader", Leader, service => service.NoticeAsync(id, Stop)));
        }

        // every version ever made follows from its own values and the indicators of its set
        var indicators = (await InDatabaseAsync(database => database.Set<IndicatorSet>().AsNoTracking().SingleAsync(other => other.Id == set, Stop))).Indicators;
        var records = await InDatabaseAsync(database => database.Set<ScoreRecord>().AsNoTracking().ToListAsync(Stop));
        Assert.Equal([1, 1, 2], records.Select(record => record.Revision).Order());
        Assert.All(records, record => Assert.Equal(record.Total, Scoring.Reckon(indicators, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, decimal>>(record.Values)!).Total));

        async Task<IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>> RankAsync() =>
            await AsAsync<AssessmentService, IReadOnlyList<(int Place, DivisionCode Division, decimal Total)>>("leader", Leader, service => service.RankAsync(set, Stop));
    }

    [Fact]
    public async Task A_place_does_not_score_itself_and_a_value_needs_its_source()
    {
        var (_, id) = await AssessedAsync(score: false);
        Assert.IsType<LedgerError.Invalid>(await AsAsync<AssessmentService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, Nanguan, new Dictionary<string, decimal>(), Stop)));
        var set = await AsAsync<AssessmentService, (Guid, LedgerError?)>("leader", Leader, service => service.PublishAsync(Changchun, 2027, "x", [new("a", "a", "", "point", 95, ScoringKind.Points, TargetBound.AtLeast, null)], [], Stop));
        Assert.IsType<LedgerError.Invalid>(set.Item2);
        Assert.IsType<LedgerError.Invalid>(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.SelfReportAsync(id, [new("grave", 1, "")], Stop)));
    }

    [Theory]
    [InlineData("2025-11-30", "2025-11-30", true)]    // a Sunday, and in time all the same
    [InlineData("2025-11-30", "2025-12-01", false)]
    [InlineData("2025-12-31", "2025-12-31", true)]
    public async Task S72_1_and_4_a_report_of_the_last_day_is_in_time_and_of_the_next_late(string due, string sent, bool inTime)
    {
        MoveTo(DateOnly.Parse(sent, System.Globalization.CultureInfo.InvariantCulture));
        var id = await SentReportAsync(Nanguan, 2025, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(inTime, (await ReportAsync(id)).IsSentInTime);
    }

    [Fact]
    public async Task S72_2_of_fifteen_counties_the_two_that_sent_nothing_are_named()
    {
        MoveTo(new DateOnly(2026, 11, 30));
        var counties = Enumerable.Range(1, 15).Select(number => DivisionCode.FromPacked(220100 + number)).ToList();
        foreach (var county in counties.Take(13))
        {
            await SentReportAsync(county, 2026, new DateOnly(2026, 11, 30));
        }

        Time.Advance(TimeSpan.FromDays(1));
        var compiled = await AsAsync<ReportService, Compilation>("city", Office, reports => reports.CompileAsync(Changchun, 2026, counties, Stop));
        Assert.Equal((13, 0), (compiled.InTime.Count, compiled.Late.Count));
        Assert.Equal(counties[13..], compiled.Missing);
    }

    [Fact]
    public async Task S72_3_a_figure_that_is_not_the_ledgers_is_shown_and_needs_a_reason_before_signing()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        var (id, _) = await AsAsync<ReportService, (Guid, LedgerError?)>("office", Office, reports => reports.DraftAsync(Changchun, "长春市", Jilin, 2026, new DateOnly(2026, 11, 30), Stop));
        var report = await ReportAsync(id);
        Assert.Null(await AsAsync<ReportService, LedgerError?>("office", Office, reports => reports.EditAsync(id, ReportFigures.Sections(report), [new("已核销", 5)], report.Version, Stop)));
        report = await ReportAsync(id);
        Assert.Equal(new FigureDifference("已核销", 5, 3, null), Assert.Single(ReportFigures.Differences(report)));
        Assert.IsType<LedgerError.Move>(await AsAsync<ReportService, LedgerError?>("leader", Leader, reports => reports.SignAsync(id, report.Version, Stop)));
        Assert.Null(await AsAsync<ReportService, LedgerError?>("office", Office, reports => reports.EditAsync(id, ReportFigures.Sections(report), [new("已核销", 5, "含上年2项")], report.Version, Stop)));
        Assert.Null(await AsAsync<ReportService, LedgerError?>("leader", Leader, reports => reports.SignAsync(id, report.Version + 1, Stop)));
    }

    [Fact]
    public async Task The_annex_of_a_report_comes_out_the_same_byte_for_byte_whatever_the_ledger_does_since()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        var (id, _) = await AsAsync<ReportService, (Guid, LedgerError?)>("office", Office, reports => reports.DraftAsync(Changchun, "长春市", Jilin, 2026, new DateOnly(2026, 11, 30), Stop));
        var first = ReportAnnex.Write(ReportFigures.Snapshot(await ReportAsync(id)));
        Time.Advance(TimeSpan.FromDays(40));
        await CloseRowAsync(13);
        Assert.Equal(first, ReportAnnex.Write(ReportFigures.Snapshot(await ReportAsync(id))));
        var table = TableFile.Read(first, "annex.xlsx").Table!;
        Assert.Equal(4, table.Rows);   // the heading, and rows 2, 9 and 20
    }

    [Fact]
    public async Task A_report_of_another_year_or_made_twice_or_signed_by_its_author_is_refused()
    {
        await LoadChangchunAsync();
        Assert.IsType<LedgerError.Invalid>((await DraftAsync(2025)).Item2);
        var (id, _) = await DraftAsync(2026);
        Assert.IsType<LedgerError.Doubled>((await DraftAsync(2026)).Item2);
        Assert.IsType<LedgerError.Maker>(await AsAsync<ReportService, LedgerError?>("office", Leader, reports => reports.SignAsync(id, 0, Stop)));
        Assert.IsType<LedgerError.Move>(await AsAsync<ReportService, LedgerError?>("office", Office, reports => reports.SendAsync(id, Stop)));

        Task<(Guid, LedgerError?)> DraftAsync(int year) => AsAsync<ReportService, (Guid, LedgerError?)>("office", Office, reports => reports.DraftAsync(Changchun, "长春市", Jilin, year, new DateOnly(2026, 11, 30), Stop));
    }

    [Fact]
    public async Task An_important_matter_is_routed_and_acknowledged_by_another()
    {
        var (id, _) = await AsAsync<ReportService, (Guid, LedgerError?)>("county", Office, reports => reports.ReportMatterAsync(Nanguan, "托育机构突发停业", "涉及40名儿童", Time.GetUtcNow(), Stop));
        Assert.IsType<LedgerError.Move>(await MatterAsync("county", Office, MatterAction.Route));
        Assert.Null(await MatterAsync("county", Office, MatterAction.Route, "市卫健委"));
        Assert.IsType<LedgerError.Move>(await MatterAsync("county", Leader, MatterAction.Acknowledge));
        Assert.Null(await MatterAsync("leader", Leader, MatterAction.Acknowledge));

        Task<LedgerError?> MatterAsync(string officer, string[] permissions, MatterAction action, string? unit = null) => AsAsync<ReportService, LedgerError?>(officer, permissions, reports => reports.MoveMatterAsync(id, action, unit, Stop));
    }

    [Fact]
    public async Task S73_1_only_confirmed_hours_count_and_a_day_is_logged_once()
    {
        var (project, volunteer) = await VolunteerAsync(Today);
        Assert.IsType<LedgerError.Invalid>((await LogAsync(project, volunteer, Today, 3)).Item2);   // nobody was sent yet
        Assert.Null(await AsAsync<SocialForcesService, LedgerError?>("union", Office, service => service.MatchAsync(project, volunteer, Stop)));
        var (first, _) = await LogAsync(project, volunteer, Today, 3);
        await LogAsync(project, volunteer, Today.AddDays(-1), 2);
        Assert.IsType<LedgerError.Doubled>((await LogAsync(project, volunteer, Today, 3)).Item2);
        Assert.IsType<LedgerError.Invalid>((await LogAsync(project, volunteer, Today.AddDays(-2), 25)).Item2);
        var (second, _) = await AsAsync<SocialForcesService, (Guid, LedgerError?)>("union", Office, service => service.AddProjectAsync(Changchun, new ProjectInput("市妇联", "育儿讲座", SocialFunction.Publicity, false), Stop));
        Assert.Null(await AsAsync<SocialForcesService, LedgerError?>("union", Office, service => service.MatchAsync(second, volunteer, Stop)));
        Assert.Equal("Hours", Assert.IsType<LedgerError.Invalid>((await LogAsync(second, volunteer, Today, 22)).Item2).Field);   // 3 and 22 are more than a day
        Assert.Null((await LogAsync(second, volunteer, Today, 21)).Item2);
        Assert.IsType<LedgerError.Invalid>(await AsAsync<SocialForcesService, LedgerError?>("volunteer", Office, service => service.ConfirmAsync(first, Stop)));   // who logged them
        Assert.Null(await AsAsync<SocialForcesService, LedgerError?>("union", Office, service => service.ConfirmAsync(first, Stop)));
        // 3 hours confirmed, 2 not
        Assert.Equal(3m, (await AsAsync<SocialForcesService, IReadOnlyDictionary<SocialFunction, decimal>>("leader", Leader, service => service.CountAsync(Changchun, Stop)))[SocialFunction.FamilyHelp]);
    }

    [Fact]
    public async Task S73_2_a_volunteer_without_a_background_check_is_not_sent_to_children()
    {
        var (project, volunteer) = await VolunteerAsync(null);
        Assert.IsType<LedgerError.Invalid>(await AsAsync<SocialForcesService, LedgerError?>("union", Office, service => service.MatchAsync(project, volunteer, Stop)));
        Assert.IsType<LedgerError.Invalid>((await LogAsync(project, volunteer, Today, 1)).Item2);
    }

    [Fact]
    public async Task S73_3_every_project_falls_under_one_of_the_six_functions()
    {
        Assert.Equal(6, Enum.GetValues<SocialFunction>().Length);
        foreach (var function in Enum.GetValues<SocialFunction>())
        {
            Assert.Null((await AsAsync<SocialForcesService, (Guid, LedgerError? Error)>("union", Office, service => service.AddProjectAsync(Changchun, new ProjectInput("市计生协", $"{function}", function, false), Stop))).Error);
        }

        Assert.Equal(6, await InDatabaseAsync(database => database.Set<ServiceProject>().Select(project => project.Function).Distinct().CountAsync(Stop)));
    }

    [Fact]
    public async Task S74_3_a_study_that_changed_a_rule_keeps_the_link_and_one_with_persons_in_it_gets_no_data()
    {
        Assert.IsType<LedgerError.Invalid>((await ProposeAsync("县区", "身份证号")).Item2);
        var (id, _) = await ProposeAsync("县区", "出生人数");
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("leader", Leader, research => research.MoveAsync(id, TopicAction.Approve, cancellationToken: Stop)));
        var personal = new Table([["姓名", "人数"], ["甲", "1"]]);
        Assert.IsType<LedgerError.Invalid>((await ReleaseAsync(personal)).Item2);
        var (released, error) = await ReleaseAsync(new Table([["县区", "人数"], ["南关区", "4"]]));
        Assert.Null(error);
        Assert.Equal(DataRelease.Suppressed, released![1, 1]);
        // what was given is kept with the study, and is what the study sees: no count below five
        var paper = Assert.Single(await AsAsync<PaperService, IReadOnlyList<Paper>>("office", Office, papers => papers.OfAsync(new("research-topic", id), Stop)));
        var (_, _, content) = (await AsAsync<FileStore, (StoredFile, string, byte[])?>("leader", Leader, files => files.OpenAsync(paper.Id, Stop)))!.Value;
        Assert.Equal(DataRelease.Suppressed, TableFile.Read(content, paper.Name).Table![1, 1]);
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("office", Office, research => research.MoveAsync(id, TopicAction.Report, topic => topic.Report = "研究报告1", cancellationToken: Stop)));
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("wang", Checker, research => research.MoveAsync(id, TopicAction.Review, cancellationToken: Stop)));
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("office", Office, research => research.MoveAsync(id, TopicAction.Use, topic => topic.UsedIn = "cc.childcare-places-target", cancellationToken: Stop)));
        Assert.Equal("cc.childcare-places-target", (await InDatabaseAsync(database => database.Set<ResearchTopic>().AsNoTracking().SingleAsync(Stop))).UsedIn);
        Assert.Equal(1m, (await AsAsync<LiveCounts, LiveCount?>("leader", Leader, counts => counts.FindAsync("research-reports-used", Jilin, Stop)))!.Value);

        Task<(Guid, LedgerError?)> ProposeAsync(params string[] asked) => AsAsync<ResearchService, (Guid, LedgerError?)>("institute", Office, research => research.ProposeAsync(Changchun, new TopicInput("托位需求预测", "某大学", asked), Stop));
        Task<(Table?, LedgerError?)> ReleaseAsync(Table table) => AsAsync<ResearchService, (Table?, LedgerError?)>("office", Office, research => research.ReleaseAsync(id, table, 5, Stop));
    }

    [Fact]
    public async Task A_study_is_not_due_in_the_past_and_its_day_stands_until_the_report_is_there()
    {
        Assert.Equal("DueOn", Assert.IsType<LedgerError.Invalid>((await ProposeAsync(Today.AddDays(-1))).Item2).Field);
        var (id, error) = await ProposeAsync(Today.AddDays(90));
        Assert.Null(error);
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("leader", Leader, research => research.MoveAsync(id, TopicAction.Approve, cancellationToken: Stop)));
        Assert.Equal(Today.AddDays(90), await DueAsync());
        Assert.Null((await AsAsync<ResearchService, (Table?, LedgerError?)>("office", Office, research => research.ReleaseAsync(id, new Table([["县区", "人数"], ["南关区", "40"]]), 5, Stop))).Item2);
        Assert.Equal(Today.AddDays(90), await DueAsync());
        Assert.Null(await AsAsync<ResearchService, LedgerError?>("office", Office, research => research.MoveAsync(id, TopicAction.Report, topic => topic.Report = "研究报告1", cancellationToken: Stop)));
        Assert.Null(await DueAsync());

        Task<(Guid, LedgerError?)> ProposeAsync(DateOnly due) => AsAsync<ResearchService, (Guid, LedgerError?)>("institute", Office, research => research.ProposeAsync(Changchun, new TopicInput("托位需求预测", "某大学", ["县区"], due), Stop));
        Task<DateOnly?> DueAsync() => InDatabaseAsync(database => database.Set<ResearchTopic>().Select(topic => topic.Due).SingleAsync(Stop));
    }

    private async Task<Guid> CallAsync()
    {
        var (programme, error) = await AsAsync<CommendationService, (Guid, LedgerError?)>("leader", Leader, service => service.CallAsync(Jilin, "儿童友好城市", ["制度健全"], Today, Today.AddDays(30), 7, Stop));
        Assert.Null(error);
        return programme;
    }

    private async Task<Guid> CheckedNominationAsync()
    {
        var programme = await CallAsync();
        var (id, _) = await AsAsync<CommendationService, (Guid, LedgerError?)>("city", Office, service => service.ApplyAsync(programme, Changchun, "长春市", ["材料一"], Today.AddYears(-2), cancellationToken: Stop));
        Assert.Null(await AsAsync<CommendationService, LedgerError?>("wang", Checker, service => service.MoveAsync(id, NominationAction.CheckEvidence, null, Stop)));
        return id;
    }

    private async Task<Guid> BodyAsync()
    {
        var (body, error) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "人口和计划生育领导小组", ["市卫健委", "市教育局"], Today.AddYears(-1), Stop));
        Assert.Null(error);
        return body;
    }

    private async Task FinishAsync(KeyTask task, string unit)
    {
        await SignAsync(task.Id, unit);
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(task.Id, unit, "完成", cancellationToken: Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(task.Id, new ProofInput(unit, "文件", "1号"), Stop));
        var started = await TaskAsync(task.Id);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(task.Id, unit, started.Version, cancellationToken: Stop));
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(task.Id, "市政府督查室", started.Evidence.Select(proof => proof.Id).ToHashSet(), started.Version + 1, null, Stop));
        await DoAsync("office", Office, tasks => tasks.CloseOutAsync(task.Id, started.Version + 2, Stop));
    }

    private async Task<(Guid Set, Guid Assessment)> AssessedAsync(bool score = true)
    {
        Indicator[] indicators =
        [
            new("places", "每千人口托位", "001/一（二）", "place/1000", 60, ScoringKind.Proportion, TargetBound.AtLeast, 4.5m), new("quality", "工作质量", "", "point", 40, ScoringKind.Points, TargetBound.AtLeast, null),
            new("grave", "重大安全事件", "", "case", 0, ScoringKind.Veto, TargetBound.AtMost, 0),
        ];
        var (set, error) = await AsAsync<AssessmentService, (Guid, LedgerError?)>("leader", Leader, service => service.PublishAsync(Changchun, 2026, "目标责任", indicators, [Nanguan, Kuancheng], Stop));
        Assert.Null(error);
        var id = await InDatabaseAsync(database => database.Set<PlaceAssessment>().Where(assessment => assessment.Division == Nanguan).Select(assessment => assessment.Id).SingleAsync(Stop));
        Assert.Null(await AsAsync<AssessmentService, LedgerError?>("county", Office, service => service.SelfReportAsync(id, [new("places", 4.2m, "统计年报")], Stop)));
        if (score)
        {
            Assert.Null(await AsAsync<AssessmentService, LedgerError?>("wang", Checker, service => service.ScoreAsync(id, Changchun, new Dictionary<string, decimal>(), Stop)));
        }

        return (set, id);
    }

    private void MoveTo(DateOnly day) => Time.Advance(new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero) - Time.GetUtcNow());

    private async Task<Guid> SentReportAsync(DivisionCode place, int year, DateOnly due)
    {
        var (id, error) = await AsAsync<ReportService, (Guid, LedgerError?)>("county", Office, reports => reports.DraftAsync(place, $"{place}", Changchun, year, due, Stop));
        Assert.Null(error);
        Assert.Null(await AsAsync<ReportService, LedgerError?>("chief", Leader, reports => reports.SignAsync(id, 0, Stop)));
        Assert.Null(await AsAsync<ReportService, LedgerError?>("county", Office, reports => reports.SendAsync(id, Stop)));
        return id;
    }

    private Task<AnnualReport> ReportAsync(Guid id) => InDatabaseAsync(database => database.Set<AnnualReport>().AsNoTracking().SingleAsync(report => report.Id == id, Stop));

    private async Task<(Guid Project, Guid Volunteer)> VolunteerAsync(DateOnly? checkedOn)
    {
        var (project, _) = await AsAsync<SocialForcesService, (Guid, LedgerError?)>("union", Office, service => service.AddProjectAsync(Changchun, new ProjectInput("市妇联", "假期陪伴", SocialFunction.FamilyHelp, true), Stop));
        var (volunteer, _) = await AsAsync<SocialForcesService, (Guid, LedgerError?)>("union", Office, service => service.AddVolunteerAsync(Changchun, "V0001", checkedOn, Stop));
        return (project, volunteer);
    }

    private Task<(Guid, LedgerError?)> LogAsync(Guid project, Guid volunteer, DateOnly day, decimal hours) =>
        AsAsync<SocialForcesService, (Guid, LedgerError?)>("volunteer", Office, service => service.LogAsync(project, volunteer, day, hours, Stop));
}

public sealed class SqliteScenarioTests() : ScenarioTests(null);

public sealed class PostgreSqlScenarioTests(PostgreSqlServer server) : ScenarioTests(server);
