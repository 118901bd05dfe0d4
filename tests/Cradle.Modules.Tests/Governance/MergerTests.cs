using Cradle.Governance.Ledger;
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
