using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Orders;
using Cradle.Governance.Units;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>S70: the ledger of key tasks, on both databases.</summary>
public abstract class TaskLedgerTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    [Fact]
    public async Task S70_1_the_annex_has_31_rows_in_seven_parts_and_two_are_done()
    {
        await LoadChangchunAsync();
        var tasks = await InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().ToListAsync(Stop));
        Assert.Equal((31, 7), (tasks.Count, tasks.Select(task => task.Part).Distinct().Count()));
        Assert.Equal([2, 9], tasks.Where(task => task.State == KeyTaskState.ClosedOut).Select(task => task.Number).Order());
        Assert.Equal(["已完成", "已完成"], tasks.Where(task => task.State == KeyTaskState.ClosedOut).Select(task => task.DeadlineAsGiven));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task S70_2_incomplete_proof_keeps_a_task_from_being_struck_off()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(20);
        var lead = row.Assignments.Single(assignment => assignment.Leads).Unit;
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(lead, "检查记录", "第二季度"), Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, lead, row.Version, reason: "其余单位的部分已汇总", cancellationToken: Stop));
        var direct = await TryAsync("office", Office, tasks => tasks.CloseOutAsync(row.Id, row.Version + 1, Stop));
        Assert.IsType<MoveError.Illegal>(Assert.IsType<LedgerError.Move>(direct).Why);
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", row.Evidence.Select(proof => proof.Id).ToHashSet(), row.Version + 1, "第二季度记录缺签字", Stop));
        Assert.Equal(KeyTaskState.SentBack, (await TaskAsync(row.Id)).State);
    }

    [Fact]
    public async Task S70_3_row_4_has_both_its_leads()
    {
        await LoadChangchunAsync();
        var leads = (await RowAsync(4)).Assignments.Where(assignment => assignment.Leads).Select(assignment => assignment.Unit).ToHashSet();
        Assert.True(leads.SetEquals(["市卫健委", "市发改委"]));
    }

    [Fact]
    public async Task S70_4_a_row_without_lead_gets_none()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(5);
        Assert.Equal(DutyKind.ByDuties, row.Duty);
        Assert.DoesNotContain(row.Assignments, assignment => assignment.Leads);
    }

    [Fact]
    public async Task S70_5_a_continuous_task_without_an_entry_for_twelve_months_is_reminded_of()
    {
        await LoadChangchunAsync();
        var silent = await StartedRowAsync(11);
        Time.Advance(TimeSpan.FromDays(300));
        await StartedRowAsync(12);
        Time.Advance(TimeSpan.FromDays(70));
        // row 11 is silent for 370 days, row 12 for 70
        Assert.Equal(2, await AsAsync<TaskService, int>("zhao", Supervisor, tasks => tasks.RemindSilentAsync(Changchun, 12, Stop)));
        var reminders = await InDatabaseAsync(database => database.Set<Reminder>().AsNoTracking().ToListAsync(Stop));
        Assert.Equal([silent.Id], reminders.Select(reminder => reminder.TaskId).Distinct());
        Assert.Equal(0, await AsAsync<TaskService, int>("zhao", Supervisor, tasks => tasks.RemindSilentAsync(Changchun, 12, Stop)));
    }

    [Fact]
    public async Task A_task_goes_from_the_plan_to_being_struck_off_by_three_people_and_its_history_holds()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        var row = await RowAsync(20);
        Assert.Equal((KeyTaskState.ClosedOut, Today), (row.State, row.ClosedOn!.Value));
        Assert.True(await AuditHoldsAsync());
    }

    [Fact]
    public async Task Every_unit_signs_and_reports_apart()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(8);
        var (first, second) = (row.Assignments[0].Unit, row.Assignments[1].Unit);
        Assert.NotNull(row.Assignments[0].SignedOn);
        Assert.Null(row.Assignments[1].SignedOn);
        await SignAsync(row.Id, second, "sun");
        await DoAsync("sun", UnitOfficer, tasks => tasks.ReportAsync(row.Id, second, "开设托班4个", cancellationToken: Stop));
        var reports = await InDatabaseAsync(database => database.Set<ProgressReport>().AsNoTracking().Select(report => report.Unit).ToListAsync(Stop));
        Assert.Equivalent(new[] { first, second }, reports, strict: true);
        Assert.IsType<LedgerError.Doubled>(await TryAsync("sun", UnitOfficer, tasks => tasks.SignAsync(row.Id, second, cancellationToken: Stop)));
    }

    [Fact]
    public async Task A_unit_that_owes_nothing_can_neither_report_nor_claim()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(8);
        Assert.IsType<LedgerError.NotResponsible>(await TryAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市残联", "x", cancellationToken: Stop)));
        Assert.IsType<LedgerError.NotResponsible>(await TryAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市残联", row.Version, cancellationToken: Stop)));
        Assert.Equal(row.Version, (await TaskAsync(row.Id)).Version);
    }

    [Fact]
    public async Task The_lead_does_not_check_itself_and_whoever_claims_does_not_check()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(13);
        var lead = row.Assignments.Single().Unit;
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, lead, row.Version, cancellationToken: Stop));
        var all = row.Evidence.Select(proof => proof.Id).ToHashSet();
        var byLead = await TryAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, lead, all, row.Version + 1, null, Stop));
        Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(byLead).Why);
        // 市卫健委 in its full name, and a unit that nobody knows
        foreach (var spelling in Annex.Units.Find(lead)!.Aliases)
        {
            var byOther = await TryAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, spelling, all, row.Version + 1, null, Stop));
            Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(byOther).Why);
        }

        Assert.NotEmpty(Annex.Units.Find(lead)!.Aliases);
        Assert.IsType<LedgerError.UnknownUnit>(await TryAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府监察室", all, row.Version + 1, null, Stop)));
        Assert.IsType<LedgerError.Invalid>(await TryAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, " ", all, row.Version + 1, null, Stop)));
        var bySame = await TryAsync("li", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", all, row.Version + 1, null, Stop));
        Assert.IsType<MoveError.SamePerson>(Assert.IsType<LedgerError.Move>(bySame).Why);
        Assert.Null((await TaskAsync(row.Id)).Evidence[0].IsAccepted);
    }

    [Fact]
    public async Task A_claim_without_proof_is_refused()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        await SignAsync(row.Id, "市教育局");
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市教育局", "轮岗40人", cancellationToken: Stop));
        var error = await TryAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市教育局", row.Version + 3, cancellationToken: Stop));
        Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(error).Why);
    }

    [Fact]
    public async Task An_extension_moves_the_deadline_and_keeps_the_first_one()
    {
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        var later = new DateOnly(2026, 9, 30);
        var earlier = await TryAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", new DateOnly(2026, 5, 1), row.Version, "等省里文件", Stop));
        Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(earlier).Why);
        await DoAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", later, row.Version, "等省里文件", Stop));
        await DoAsync("office", Office, tasks => tasks.DecideExtensionAsync(row.Id, true, row.Version + 1, "情况属实", Stop));
        var extended = await TaskAsync(row.Id);
        Assert.Equal((later, new DateOnly(2026, 6, 30), KeyTaskState.InProgress), (extended.Deadline!.Value, extended.OriginalDeadline!.Value, extended.State));
    }

    [Fact]
    public async Task An_extension_that_is_refused_leaves_the_deadline_and_the_task_at_risk()
    {
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        await DoAsync("li", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", true, row.Version, "缺经费", Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", new DateOnly(2026, 9, 30), row.Version + 1, "等省里文件", Stop));
        await DoAsync("office", Office, tasks => tasks.DecideExtensionAsync(row.Id, false, row.Version + 2, "已经延过", Stop));
        var refused = await TaskAsync(row.Id);
        Assert.Equal((new DateOnly(2026, 6, 30), null, KeyTaskState.AtRisk), (refused.Deadline!.Value, refused.RequestedDeadline, refused.State));
        await DoAsync("li", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", false, refused.Version, "经费已落实", Stop));
    }

    [Fact]
    public async Task Late_is_computed_from_the_day_and_never_stored()
    {
        var row = await DatedTaskAsync(new DateOnly(2026, 3, 10));
        await DeliverAsync();
        Assert.Equal(0, (await BoardAsync(Changchun)).Total.Late);
        Time.Advance(TimeSpan.FromDays(9));
        Assert.True((await TaskAsync(row.Id)).IsLate(Today));
        var board = await BoardAsync(Changchun);
        Assert.Equal((1, "市教育局", 1), (board.Total.Late, board.Units[0].Name, board.Units[0].Late));
    }

    [Fact]
    public async Task Of_two_moves_from_one_version_the_second_is_told_to_look_again()
    {
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        await DoAsync("li", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", true, row.Version, "经费未到", Stop));
        var second = await TryAsync("sun", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", false, row.Version, "已解决", Stop));
        Assert.IsType<MoveError.Changed>(Assert.IsType<LedgerError.Move>(second).Why);
    }

    [Fact]
    public async Task An_order_is_read_answered_and_accepted_and_silence_raises_it()
    {
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        var (order, error) = await AsAsync<OrderService, (Guid, LedgerError?)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, "市教育局", "说明进度滞后的原因", Today.AddDays(5), Stop));
        Assert.Null(error);
        Assert.IsType<LedgerError.NotResponsible>((await AsAsync<OrderService, (Guid, LedgerError?)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, "市残联", "x", Today.AddDays(5), Stop))).Item2);
        Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await AsAsync<OrderService, int>("zhao", Supervisor, orders => orders.EscalateAsync(Changchun, 3, Stop)));
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.ReadAsync(order, Stop)));
        var read = await InDatabaseAsync(database => database.Set<SupervisoryOrder>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((1, "li", OrderState.Read), (read.Level, read.ReadBy, read.State));
        Assert.NotNull(read.ReadAt);
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.AnswerAsync(order, "本月补齐", read.Version, Stop)));
        Assert.Null(await AsAsync<OrderService, LedgerError?>("zhao", Supervisor, orders => orders.DecideAsync(order, true, read.Version + 1, null, Stop)));
        Assert.Equal(0, await AsAsync<OrderService, int>("zhao", Supervisor, orders => orders.EscalateAsync(Changchun, 3, Stop)));
    }

    [Fact]
    public async Task A_reminder_goes_to_the_units_that_owe_and_to_nobody_else()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(3);
        await DoAsync("zhao", Supervisor, tasks => tasks.RemindAsync(row.Id, null, "请本周报进展", Stop));
        Assert.Equal(6, await InDatabaseAsync(database => database.Set<Reminder>().CountAsync(Stop)));
        Assert.IsType<LedgerError.NotResponsible>(await TryAsync("zhao", Supervisor, tasks => tasks.RemindAsync(row.Id, "市残联", "x", Stop)));
        Assert.IsType<LedgerError.Forbidden>(await TryAsync("li", UnitOfficer, tasks => tasks.RemindAsync(row.Id, null, "x", Stop)));
    }

    [Fact]
    public async Task Every_number_of_the_board_opens_a_list_of_as_many_tasks()
    {
        await LoadChangchunAsync();
        await CloseRowAsync(20);
        await StartedRowAsync(11);
        await DatedTaskAsync(Today.AddDays(10));
        await DeliverAsync();
        var board = await BoardAsync(Changchun);
        Assert.Equal((5, 3), (board.Total.Tasks, board.Total.Closed));   // rows 2, 9, 20 closed; 11 and the dated one open
        foreach (var (line, filter) in board.Parts.Select(line => (line, new TaskFilter { Division = Changchun, Part = line.Name })).Concat(board.Units.Select(line => (line, new TaskFilter { Division = Changchun, Unit = line.Name }))))
        {
            Assert.Equal(line.Tasks, await ListAsync(filter));
            Assert.Equal(line.Late, await ListAsync(filter with { Late = true }));
            Assert.Equal(line.Soon, await ListAsync(filter with { Soon = true }));
            Assert.Equal(line.Closed, await ListAsync(filter with { Standing = BoardStanding.Closed }));
            Assert.Equal(line.Claimed, await ListAsync(filter with { Standing = BoardStanding.Claimed }));
        }

        // the province sees what the city has
        Assert.Equal(board.Total, (await BoardAsync(Jilin)).Total);
        Assert.Equal(0, (await BoardAsync(DivisionCode.Parse("62"))).Total.Tasks);
    }

    [Fact]
    public async Task A_matrix_is_imported_once_and_one_with_errors_not_at_all()
    {
        await LoadChangchunAsync();
        var reading = Annex.Reader.Read(await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv"), Stop), "a.csv");
        Assert.IsType<LedgerError.Doubled>((await AsAsync<MatrixService, (int, LedgerError?)>("office", Office, matrix => matrix.ImportAsync(Changchun, "001", 2026, reading, Stop))).Item2);
        var wrong = Annex.Reader.Read(new Cradle.Platform.Tables.Table([["序号", "主要任务", "责任单位", "完成时限"], ["1", "甲", "市卫计委牵头负责", "2026年底"]]));
        Assert.IsType<LedgerError.Invalid>((await AsAsync<MatrixService, (int, LedgerError?)>("office", Office, matrix => matrix.ImportAsync(Changchun, "own", 2026, wrong, Stop))).Item2);
        Assert.IsType<LedgerError.Forbidden>((await AsAsync<MatrixService, (int, LedgerError?)>("li", UnitOfficer, matrix => matrix.ImportAsync(Changchun, "own", 2026, reading, Stop))).Item2);
        Assert.Equal(31, await InDatabaseAsync(database => database.Set<KeyTask>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_directory_is_taken_over_once_and_a_merger_keeps_the_old_name()
    {
        await LoadChangchunAsync();
        Assert.Equal((0, null), await AsAsync<UnitService, (int, LedgerError?)>("office", Office, units => units.AddAsync(Changchun, Annex.Units.All, Stop)));
        Assert.IsType<LedgerError.UnknownUnit>(await AsAsync<UnitService, LedgerError?>("office", Office, units => units.MergeAsync(Changchun, "市房管局", "市住建局", Today, Stop)));
        Assert.Null(await AsAsync<UnitService, LedgerError?>("office", Office, units => units.MergeAsync(Changchun, "市房管局", "市建委", Today, Stop)));
        var directory = await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop));
        Assert.Equal("市建委", directory.Current(directory.Find("市房管局")!, Today.AddDays(1)).Name);
        Assert.Contains((await RowAsync(26)).Assignments, assignment => assignment.Unit == "市房管局");
    }

    private Task<LeaderBoard> BoardAsync(DivisionCode division) => AsAsync<BoardService, LeaderBoard>("leader", Leader, board => board.ReadAsync(division, null, Stop));

    private Task<int> ListAsync(TaskFilter filter) => AsAsync<BoardService, int>("leader", Leader, board => board.List(filter).CountAsync(Stop));
}

public sealed class SqliteTaskLedgerTests() : TaskLedgerTests(null);

public sealed class PostgreSqlTaskLedgerTests(PostgreSqlServer server) : TaskLedgerTests(server);
