using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Measures;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Papers;
using Cradle.Governance.Provisions;
using Cradle.Governance.Units;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Files;
using Cradle.Platform.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>After a merger the new unit does what stands under the old name; the name stays.</summary>
public abstract class MergerTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    private const string Old = "市教育局";
    private const string New = "市教育和体育局";
    private static readonly HeldRole Officer = new(Role.DepartmentOfficer, Changchun, New);

    [Fact]
    public async Task The_officer_of_the_new_unit_signs_reports_and_answers_for_what_the_old_one_owes_from_the_day_after()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        await MergeAsync(until: Today);
        Assert.IsType<LedgerError.Forbidden>(await ActAsync(tasks => tasks.SignAsync(row.Id, Old, cancellationToken: Stop)));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await ActAsync(tasks => tasks.SignAsync(row.Id, Old, cancellationToken: Stop)));   // for its own unit: no reason is asked
        Assert.Null(await ActAsync(tasks => tasks.ReportAsync(row.Id, Old, "轮岗40人", cancellationToken: Stop)));
        Assert.Equal(Old, Assert.Single((await TaskAsync(row.Id)).Assignments).Unit);
        var (order, error) = await AsAsync<OrderService, (Guid, LedgerError?)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, Old, "说明进度", Today.AddDays(5), Stop));
        Assert.Null(error);
        Assert.Null(await AsRoleAsync<OrderService, LedgerError?>("sun", Officer, orders => orders.ReadAsync(order, Stop)));
        Assert.Null(await AsRoleAsync<OrderService, LedgerError?>("sun", Officer, orders => orders.AnswerAsync(order, "本月完成", 1, Stop)));
        Assert.Contains(New, await InServicesAsync<IEnumerable<IFileReaders>, IReadOnlyCollection<string>>(readers => readers.OfType<TaskReaders>().Single().UnitsAsync(row.Id, Stop)));

        Task<LedgerError?> ActAsync(Func<TaskService, Task<LedgerError?>> act) => AsRoleAsync("sun", Officer, act);
    }

    [Fact]
    public async Task The_officer_of_the_new_unit_decides_a_complaint_and_clears_a_provision_of_the_old_one()
    {
        await LoadUnitsAsync();
        var (id, error) = await AsAsync<ProvisionService, (Guid, LedgerError?)>("office", Office, provisions => provisions.ComplainAsync(Changchun, "school", "入学要求计划生育证明", "某小学", Today.AddDays(15), cancellationToken: Stop));
        Assert.Null(error);
        await MergeAsync(until: Today.AddDays(-1));
        Assert.IsType<LedgerError.Move>(await DecideAsync(Officer with { Unit = "市人社局" }));
        Assert.Null(await DecideAsync(Officer));
        var provision = await InDatabaseAsync(database => database.Set<Provision>().AsNoTracking().SingleAsync(Stop));
        Assert.Null(await OfficeAsync(ProvisionAction.Assess));
        Assert.Null(await OfficeAsync(ProvisionAction.Decide));
        Assert.Null(await AsRoleAsync<ProvisionService, LedgerError?>("sun", Officer, provisions => provisions.MoveAsync(provision.Id, ProvisionAction.Finish, change: found => found.Proof = "长教发〔2026〕9号", cancellationToken: Stop)));

        Task<LedgerError?> DecideAsync(HeldRole role) => AsRoleAsync<ProvisionService, LedgerError?>("sun", role, provisions => provisions.MoveComplaintAsync(id, RefusalAction.Decide, "不再要求", cancellationToken: Stop));
        Task<LedgerError?> OfficeAsync(ProvisionAction action) => AsAsync<ProvisionService, LedgerError?>("office", Office, provisions => provisions.MoveAsync(provision.Id, action, "没有依据", found => found.Decision = "repeal", Stop));
    }

    [Fact]
    public async Task Another_unit_gains_nothing_and_the_old_one_nothing_of_the_new()
    {
        await LoadChangchunAsync();
        await MergeAsync(until: Today.AddDays(-1));
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        Assert.IsType<LedgerError.Forbidden>(await AsRoleAsync<TaskService, LedgerError?>("qian", new HeldRole(Role.DepartmentOfficer, Changchun, "市人社局"), tasks => tasks.SignAsync(row.Id, Old, cancellationToken: Stop)));
        var directory = await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop));
        Assert.Equal([New, Old], directory.NamesOf(New, Today));
        Assert.Equal([Old], directory.NamesOf(Old, Today));
    }

    [Fact]
    public async Task The_board_counts_under_the_present_name_each_task_once_as_its_list_does()
    {
        await LoadChangchunAsync();
        await DoAsync("office", Office, async tasks => await tasks.AssignAllAsync(Changchun, "001", 2026, Stop) > 0 ? null : new LedgerError.Missing());
        await DeliverAsync();
        var before = await BoardAsync();
        var (old, health) = (Line(before, Old)!, Line(before, "市卫健委")!);
        await MergeAsync(until: Today.AddDays(-1));
        var renamed = await BoardAsync();
        Assert.Null(Line(renamed, Old));
        Assert.Equal(old with { Name = New }, Line(renamed, New));

        // a second unit merges into one that shares tasks with it
        Assert.Null(await AsAsync<UnitService, LedgerError?>("office", Office, units => units.MergeAsync(Changchun, New, "市卫健委", Today.AddDays(-1), Stop)));
        var merged = Line(await BoardAsync(), "市卫健委")!;
        Assert.InRange(merged.Tasks, health.Tasks, health.Tasks + old.Tasks - 1);
        var names = (await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop))).NamesOf("市卫健委", Today);
        Assert.Equal(merged.Tasks, await AsAsync<BoardService, int>("leader", Leader, board => board.List(new TaskFilter { Division = Changchun, AnyUnit = names }).CountAsync(Stop)));

        Task<LeaderBoard> BoardAsync() => AsAsync<BoardService, LeaderBoard>("leader", Leader, async board =>
            await board.UnderPresentNamesAsync(await board.ReadAsync(Changchun, null, Stop), Changchun, await AsAsync<UnitService, UnitDirectory>("leader", Leader, units => units.DirectoryAsync(Changchun, Stop)), Stop));
        static BoardLine? Line(LeaderBoard board, string name) => board.Units.SingleOrDefault(line => line.Name == name);
    }

    [Fact]
    public async Task A_merger_that_would_lead_back_to_the_unit_is_refused_and_a_former_unit_joins_no_body()
    {
        await LoadUnitsAsync();
        await MergeAsync(until: Today.AddDays(-1));
        Assert.Null(await UnitAsync(units => units.MergeAsync(Changchun, New, "市人社局", Today.AddDays(-1), Stop)));
        Assert.Equal("Successor", Assert.IsType<LedgerError.Invalid>(await UnitAsync(units => units.MergeAsync(Changchun, "市人社局", Old, Today, Stop))).Field);
        Assert.Equal("Successor", Assert.IsType<LedgerError.Invalid>(await UnitAsync(units => units.MergeAsync(Changchun, "市人社局", "市人社局", Today, Stop))).Field);
        var directory = await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop));
        Assert.Equal("市人社局", directory.Current(directory.Find(Old)!, Today).Name);
        var (_, error) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "领导小组", ["市卫健委", Old], cancellationToken: Stop));
        Assert.Contains("请写市人社局", Assert.IsType<LedgerError.Invalid>(error).Remedy, StringComparison.Ordinal);
        (_, error) = await AsAsync<MeasureService, (Guid, LedgerError?)>("office", Office, measures => measures.ListAsync(Changchun, new("001", "17", "托育补助", Old), Stop));
        Assert.Equal("OwnerUnit", Assert.IsType<LedgerError.Invalid>(error).Field);

        Task<LedgerError?> UnitAsync(Func<UnitService, Task<LedgerError?>> act) => AsAsync("office", Office, act);
    }

    [Fact]
    public async Task A_merger_noted_by_mistake_is_taken_back_with_its_reason_and_the_tasks_are_the_old_units_again()
    {
        await LoadChangchunAsync();
        await MergeAsync(until: Today.AddDays(-1));
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        Assert.Equal("Reason", Assert.IsType<LedgerError.Invalid>(await UndoAsync(Old, " ")).Field);
        Assert.Equal("Unit", Assert.IsType<LedgerError.Invalid>(await UndoAsync("市卫健委", "登记错了")).Field);
        Assert.IsType<LedgerError.Missing>(await AsRoleAsync<UnitService, LedgerError?>("sun", Officer, units => units.UndoMergeAsync(Changchun, Old, "登记错了", Stop)));   // a unit does not decide it
        Assert.Null(await UndoAsync(Old, "登记错了"));
        Assert.IsType<LedgerError.Forbidden>(await AsRoleAsync<TaskService, LedgerError?>("sun", Officer, tasks => tasks.SignAsync(row.Id, Old, cancellationToken: Stop)));
        await SignAsync(row.Id, Old);
        var directory = await AsAsync<UnitService, UnitDirectory>("office", Office, units => units.DirectoryAsync(Changchun, Stop));
        Assert.Equal(Old, directory.Current(directory.Find(Old)!, Today).Name);
        Assert.Equal("登记错了", (await InDatabaseAsync(database => database.AuditEntries.AsNoTracking().SingleAsync(entry => entry.Action == "merger-undone", Stop))).Reason);

        Task<LedgerError?> UndoAsync(string name, string reason) => AsAsync<UnitService, LedgerError?>("office", Office, units => units.UndoMergeAsync(Changchun, name, reason, Stop));
    }

    [Theory]
    [InlineData("市卫计委", null, "市卫健委")]
    [InlineData("市卫健委", "市卫健委", null)]
    [InlineData("毫不相干的单位", null, null)]
    public async Task A_role_for_a_unit_is_given_under_a_name_of_the_directory(string text, string? known, string? resembling)
    {
        await LoadUnitsAsync();
        var found = await AsAsync<IUnitNames, UnitName>("administrator", [], names => names.FindAsync(Changchun, text, Stop));
        Assert.Equal(known, found.Known);
        if (resembling is null && known is null)
            Assert.Empty(found.Resembling);
        else
            Assert.Contains((resembling ?? known)!, found.Resembling);
    }

    private Task MergeAsync(DateOnly until) => AsAsync<UnitService, object?>("office", Office, async units =>
    {
        Assert.Null((await units.AddAsync(Changchun, [new UnitEntry(New, UnitKind.Department, [])], Stop)).Error);
        Assert.Null(await units.MergeAsync(Changchun, Old, New, until, Stop));
        return null;
    });
}

public sealed class SqliteMergerTests() : MergerTests(null);

public sealed class PostgreSqlMergerTests(PostgreSqlServer server) : MergerTests(server);
