using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Platform.Access;
using Cradle.Platform.Notifications;
using Cradle.Platform.Tests;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What a place sends up reaches who takes it, and comes back to who sent it.</summary>
public abstract class UpwardTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private static readonly DivisionCode Nanguan = DivisionCode.Parse("220102");

    [Fact]
    public async Task A_report_that_was_given_back_counts_as_not_sent_until_it_is_sent_again()
    {
        var (city, county) = (await HolderAsync(null, Changchun, Role.Supervisor), await HolderAsync(null, Nanguan));
        var (id, error) = await CountyAsync(reports => reports.DraftAsync(Nanguan, "南关区", Changchun, 2026, new DateOnly(2026, 11, 30), Stop));
        Assert.Null(error);
        await SignAndSendAsync(id, 0);
        Assert.Contains("南关区报来2026年度报告", await ToldAsync(city));
        Assert.Equal(("220102", ""), await SentAndMissingAsync());

        Assert.Null(await CityAsync(reports => reports.ReceiveAsync(id, false, "漏了一项", Stop)));
        Assert.Contains("2026年度报告被退回。理由：漏了一项", await ToldAsync(county));
        Assert.Equal(("", "220102"), await SentAndMissingAsync());
        var report = await InDatabaseAsync(database => database.Set<AnnualReport>().AsNoTracking().SingleAsync(Stop));
        Assert.Null(await CountyAsync(reports => reports.EditAsync(id, ReportFigures.Sections(report), [], report.Version, Stop)));
        Assert.Equal(("", "220102"), await SentAndMissingAsync());   // it is being written, and lies with the place

        await SignAndSendAsync(id, report.Version + 1);
        Assert.Equal(("220102", ""), await SentAndMissingAsync());
        Assert.Null(await CityAsync(reports => reports.ReceiveAsync(id, true, null, Stop)));
        Assert.Contains("2026年度报告已接收", await ToldAsync(county));

        async Task SignAndSendAsync(Guid report, int version)
        {
            Assert.Null(await AsRoleAsync<ReportService, LedgerError?>("chief", new HeldRole(Role.Leader, Nanguan), reports => reports.SignAsync(report, version, Stop)));
            Assert.Null(await CountyAsync(reports => reports.SendAsync(report, Stop)));
        }
    }

    [Fact]
    public async Task Figures_are_taken_anew_until_the_signature_and_what_was_written_stays()
    {
        await LoadChangchunAsync();
        await StartedRowAsync(7);
        var (id, error) = await ByOfficeAsync(reports => reports.DraftAsync(Changchun, "长春市", Jilin, 2026, new DateOnly(2026, 12, 31), Stop));
        Assert.Null(error);
        var drafted = await ReportAsync(id);
        var sections = ReportFigures.Sections(drafted);
        Assert.Null(await ByOfficeAsync(reports => reports.EditAsync(id, [.. sections.SkipLast(1), sections[^1] with { Text = "继续抓好落实。" }], [], drafted.Version, Stop)));
        await CloseRowAsync(20);
        Assert.Null(await ByOfficeAsync(reports => reports.RetakeAsync(id, drafted.Version + 1, Stop)));
        var retaken = await ReportAsync(id);
        Assert.Equal((2m, 3m), (ClosedOf(drafted), ClosedOf(retaken)));   // rows 2 and 9, then 20
        Assert.Contains("已核销3项", ReportFigures.Sections(retaken)[0].Text, StringComparison.Ordinal);
        Assert.Equal("继续抓好落实。", ReportFigures.Sections(retaken)[^1].Text);
        Assert.Null(await AsAsync<ReportService, LedgerError?>("chief", Leader, reports => reports.SignAsync(id, retaken.Version, Stop)));
        Assert.IsType<LedgerError.Move>(await ByOfficeAsync(reports => reports.RetakeAsync(id, retaken.Version + 1, Stop)));
        Assert.Equal(retaken.Snapshot, (await ReportAsync(id)).Snapshot);

        static decimal ClosedOf(AnnualReport report) => ReportFigures.Snapshot(report).Figures.Single(figure => figure.Name == "已核销").Value;
    }

    [Fact]
    public async Task A_report_counts_as_the_board_does_and_names_units_in_the_order_of_the_matrix()
    {
        await LoadChangchunAsync();
        var task = await DatedTaskAsync(Today.AddDays(30));
        await DoAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(task.Id, "市教育局", Today.AddDays(60), task.Version, "等省里文件", Stop));
        var row = await StartedRowAsync(24);
        await DeliverAsync();
        var (id, _) = await ByOfficeAsync(reports => reports.DraftAsync(Changchun, "长春市", Jilin, 2026, new DateOnly(2026, 12, 31), Stop));
        var snapshot = ReportFigures.Snapshot(await ReportAsync(id));
        var total = (await AsAsync<BoardService, LeaderBoard>("leader", Leader, board => board.ReadAsync(Changchun, null, Stop))).Total;
        Assert.Equal([total.Tasks, total.Closed, total.Late, total.AtRisk, total.Claimed], snapshot.Figures.Select(figure => (int)figure.Value));
        Assert.Equal(1, total.AtRisk);   // it asks for more time
        var told = snapshot.Tasks.Single(reported => reported.Title == row.Title);
        Assert.Equal(string.Join('、', row.Assignments.Select(assignment => assignment.Unit)), string.Join('、', new[] { told.Lead, told.Joint }.Where(units => units.Length > 0)));
    }

    [Fact]
    public async Task There_is_no_report_of_a_year_that_has_not_come()
    {
        var (_, error) = await CountyAsync(reports => reports.DraftAsync(Nanguan, "南关区", Changchun, 2027, new DateOnly(2027, 11, 30), Stop));
        Assert.Equal("Year", Assert.IsType<LedgerError.Invalid>(error).Field);
    }

    [Fact]
    public async Task An_important_matter_is_told_at_once_to_the_leader_of_the_place_and_to_the_one_above_and_then_to_its_unit()
    {
        var (own, above, unit, other) = (await HolderAsync(null, Nanguan, Role.Leader), await HolderAsync(null, Changchun, Role.Leader), await HolderAsync("区卫健局", Nanguan), await HolderAsync("区教育局", Nanguan));
        var (id, error) = await CountyAsync(reports => reports.ReportMatterAsync(Nanguan, "托育机构停业", "涉及40名儿童", Time.GetUtcNow(), Stop));
        Assert.Null(error);
        Assert.Equal(["重要情况：托育机构停业"], await ToldAsync(own));
        Assert.Equal(["重要情况：托育机构停业"], await ToldAsync(above));
        Assert.Empty(await ToldAsync(unit));
        Assert.Null(await CountyAsync(reports => reports.MoveMatterAsync(id, MatterAction.Route, "区卫健局", Stop)));
        Assert.Equal(["重要情况转区卫健局：托育机构停业"], await ToldAsync(unit));
        Assert.Empty(await ToldAsync(other));
    }

    [Fact]
    public async Task An_important_matter_of_a_place_with_a_directory_goes_to_a_unit_of_it()
    {
        await LoadUnitsAsync();
        var (id, _) = await AsAsync<ReportService, (Guid, LedgerError?)>("office", Office, reports => reports.ReportMatterAsync(Changchun, "托育机构停业", "涉及40名儿童", Time.GetUtcNow(), Stop));
        Assert.Contains("市卫健委", Assert.IsType<LedgerError.UnknownUnit>(await RouteAsync("市卫建委")).Resembling);
        Assert.Null(await RouteAsync("市卫生健康委"));
        Assert.Equal("市卫健委", await InDatabaseAsync(database => database.Set<ImportantMatter>().Select(matter => matter.RoutedTo).SingleAsync(Stop)));

        Task<LedgerError?> RouteAsync(string unit) => AsAsync<ReportService, LedgerError?>("office", Office, reports => reports.MoveMatterAsync(id, MatterAction.Route, unit, Stop));
    }

    [Theory]
    [InlineData("家长身份证 110105194912310021", "Text")]
    [InlineData("家长电话 138 0013 8000", "Text")]
    [InlineData("家长电话１３８００１３８０００", "Text")]
    [InlineData("文号 20261128001，涉及 40 名儿童", null)]
    public async Task What_is_written_holds_no_number_of_a_person(string text, string? field)
    {
        var (_, error) = await CountyAsync(reports => reports.ReportMatterAsync(Nanguan, "托育机构停业", text, Time.GetUtcNow(), Stop));
        Assert.Equal(field, (error as LedgerError.Invalid)?.Field);
        Assert.Equal(field is null ? 1 : 0, await InDatabaseAsync(database => database.Set<ImportantMatter>().CountAsync(Stop)));
        if (field is null)
            return;

        var (id, _) = await CountyAsync(reports => reports.DraftAsync(Nanguan, "南关区", Changchun, 2026, new DateOnly(2026, 11, 30), Stop));
        Assert.Equal("Texts", Assert.IsType<LedgerError.Invalid>(await CountyAsync(reports => reports.EditAsync(id, [new("问题", text)], [], 0, Stop))).Field);
        await SignAsync();
        Assert.Equal("Reason", Assert.IsType<LedgerError.Invalid>(await CityAsync(reports => reports.ReceiveAsync(id, false, text, Stop))).Field);

        async Task SignAsync()
        {
            Assert.Null(await AsRoleAsync<ReportService, LedgerError?>("chief", new HeldRole(Role.Leader, Nanguan), reports => reports.SignAsync(id, 0, Stop)));
            Assert.Null(await CountyAsync(reports => reports.SendAsync(id, Stop)));
        }
    }

    [Fact]
    public async Task A_leader_of_two_levels_is_told_once()
    {
        var leader = await HolderAsync(null, Changchun, Role.Leader);
        await CountyAsync(reports => reports.ReportMatterAsync(Nanguan, "托育机构停业", "涉及40名儿童", Time.GetUtcNow(), Stop));
        Assert.Single(await ToldAsync(leader));
    }

    [Fact]
    public async Task A_units_officer_is_told_once_of_a_matrix_then_of_a_task_by_hand_and_of_what_a_meeting_resolved_and_no_other_is()
    {
        var (unit, other) = (await HolderAsync("市教育局", Changchun), await HolderAsync("市气象局", Changchun));
        await LoadChangchunAsync();
        Assert.True(await AsAsync<TaskService, int>("office", Office, tasks => tasks.AssignAllAsync(Changchun, "001", 2026, Stop)) > 1);
        Assert.Equal(["下达了重点任务 29 项，请签收本单位的"], await ToldAsync(unit));   // 31, without the two that are done
        await DatedTaskAsync(Today.AddDays(30));
        Assert.Contains("下达，请签收：校长轮岗", await ToldAsync(unit));
        var (body, _) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "领导小组", ["市教育局"], cancellationToken: Stop));
        Assert.Null((await AsAsync<MeetingService, (Guid, LedgerError? Error)>("office", Office, meetings => meetings.HoldAsync(body, Today, "纪要", [new("甲", "市教育局", Today.AddDays(9)), new("乙", "市教育局", Today.AddDays(9))], Stop))).Error);
        Assert.Single(await ToldAsync(unit), "领导小组议定的事项已下达，请签收");
        Assert.Empty(await ToldAsync(other));
    }

    [Fact]
    public async Task An_answer_to_an_order_is_told_to_the_supervisor()
    {
        var supervisor = await HolderAsync(null, Changchun, Role.Supervisor);
        await LoadChangchunAsync();
        var row = await StartedRowAsync(7);
        var (order, error) = await AsAsync<OrderService, (Guid, LedgerError?)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, "市教育局", "说明进度", Today.AddDays(5), Stop));
        Assert.Null(error);
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.ReadAsync(order, Stop)));
        Assert.Empty(await ToldAsync(supervisor));
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.AnswerAsync(order, "本月完成", 1, Stop)));
        Assert.Equal(["市教育局答复了督办单，待认可"], await ToldAsync(supervisor));
    }

    [Fact]
    public async Task A_filing_is_told_above_what_is_missing_below_and_an_answer_may_be_long()
    {
        var (city, county) = (await HolderAsync(null, Changchun, Role.Supervisor), await HolderAsync(null, Nanguan));
        var (id, error) = await MeasuresAsync("county", Role.DepartmentOfficer, Nanguan, measures => measures.FileAsync(Nanguan, "补助办法", "001/17", ["正文", "测算"], ["正文"], cancellationToken: Stop));
        Assert.Null(error);
        Assert.Contains("新的报备：补助办法", await ToldAsync(city));
        Assert.Null(await CheckerAsync(FilingAction.Receive));
        Assert.Null(await CheckerAsync(FilingAction.AskForMore, "缺测算"));
        Assert.Contains("报备要补正：补助办法", await ToldAsync(county));
        Assert.Equal("Text", Assert.IsType<LedgerError.Invalid>(await SupplementAsync(" ")).Field);
        Assert.Null(await SupplementAsync("测算"));
        Assert.Contains("报备已补正：补助办法", await ToldAsync(city));
        var answer = new string('同', 2000);   // more than a reason holds
        Assert.Null(await CheckerAsync(FilingAction.Answer, answer));
        Assert.Equal(answer, (await InDatabaseAsync(database => database.Set<Filing>().AsNoTracking().SingleAsync(Stop))).Opinion);

        Task<LedgerError?> CheckerAsync(FilingAction action, string? text = null) => MeasuresAsync("checker", Role.Supervisor, Changchun, measures => measures.MoveFilingAsync(id, action, text, cancellationToken: Stop));
        Task<LedgerError?> SupplementAsync(string text) => MeasuresAsync("county", Role.DepartmentOfficer, Nanguan, measures => measures.MoveFilingAsync(id, FilingAction.Supplement, text, cancellationToken: Stop));
    }

    [Theory]
    [InlineData("001/99", "没有“99”这一条")]
    [InlineData("001／99", "没有“99”这一条")]
    [InlineData("17", "001/17")]
    [InlineData("00117", "001/17")]
    [InlineData("(四)", "003/（四）")]
    [InlineData("004/（一）", "管的不是本地")]
    public async Task A_filing_rests_on_a_clause_that_its_document_has_for_the_place(string clause, string says)
    {
        var (_, error) = await MeasuresAsync("county", Role.DepartmentOfficer, Nanguan, measures => measures.FileAsync(Nanguan, "补助办法", clause, ["正文"], ["正文"], cancellationToken: Stop));
        var invalid = Assert.IsType<LedgerError.Invalid>(error);
        Assert.Equal("Clause", invalid.Field);
        Assert.Contains(says, invalid.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filing_may_rest_on_a_document_of_the_places_own()
    {
        Assert.Null((await MeasuresAsync("county", Role.DepartmentOfficer, Nanguan, measures => measures.FileAsync(Nanguan, "补助办法", "长政办发〔2024〕1号第三条", ["正文"], ["正文"], cancellationToken: Stop))).Error);
        Assert.Null((await MeasuresAsync("county", Role.DepartmentOfficer, Nanguan, measures => measures.FileAsync(Nanguan, "奖励办法", "003／（四）", ["正文"], ["正文"], cancellationToken: Stop))).Error);
        Assert.Contains("003/（四）", await InDatabaseAsync(database => database.Set<Filing>().Select(filing => filing.Clause).ToListAsync(Stop)));   // with the stroke by which it is found
    }

    private Task<TResult> ByOfficeAsync<TResult>(Func<ReportService, Task<TResult>> act) => AsAsync("office", Office, act);

    private Task<AnnualReport> ReportAsync(Guid id) => InDatabaseAsync(database => database.Set<AnnualReport>().AsNoTracking().SingleAsync(report => report.Id == id, Stop));

    private Task<TResult> CountyAsync<TResult>(Func<ReportService, Task<TResult>> act) => AsRoleAsync("county", new HeldRole(Role.DepartmentOfficer, Nanguan), act);

    private Task<TResult> CityAsync<TResult>(Func<ReportService, Task<TResult>> act) => AsRoleAsync("city", new HeldRole(Role.Supervisor, Changchun), act);

    private Task<TResult> MeasuresAsync<TResult>(string officer, Role role, DivisionCode held, Func<MeasureService, Task<TResult>> act) => AsRoleAsync(officer, new HeldRole(role, held), act);

    // places that sent, and places that did not
    private async Task<(string Sent, string Missing)> SentAndMissingAsync()
    {
        var compiled = await CityAsync(reports => reports.CompileAsync(Changchun, 2026, [Nanguan], Stop));
        return (string.Join(' ', compiled.InTime.Concat(compiled.Late)), string.Join(' ', compiled.Missing));
    }

    private Task<List<string>> ToldAsync(Guid account) => InDatabaseAsync(database => database.Set<Notice>().Where(notice => notice.AccountId == account).Select(notice => notice.TextZh).ToListAsync(Stop));
}

public sealed class SqliteUpwardTests() : UpwardTests(null);

public sealed class PostgreSqlUpwardTests(PostgreSqlServer server) : UpwardTests(server);
