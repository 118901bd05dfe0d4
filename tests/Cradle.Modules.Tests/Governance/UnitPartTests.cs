using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Governance.Orders;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Governance;

/// <summary>Each unit signs for its part, proves it and says that it is done; what others decide about it reaches it with the reason.</summary>
public abstract class UnitPartTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    [Fact]
    public async Task A_unit_that_has_not_signed_does_nothing_else()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(8);   // no lead: 市卫健委 has signed, 市教育局 not
        var other = row.Assignments[1].Unit;
        foreach (var act in new Func<TaskService, Task<LedgerError?>>[]
        {
            tasks => tasks.ReportAsync(row.Id, other, "开设托班", cancellationToken: Stop), tasks => tasks.ProveAsync(row.Id, new ProofInput(other, "名单", "1号"), Stop),
            tasks => tasks.RiskAsync(row.Id, other, true, row.Version, "经费未到", Stop), tasks => tasks.ClaimAsync(row.Id, other, row.Version, cancellationToken: Stop),
        })
            Assert.Equal("Unit", Assert.IsType<LedgerError.Invalid>(await TryAsync("sun", UnitOfficer, act)).Field);
        Assert.Equal((KeyTaskState.InProgress, row.Version), (await TaskAsync(row.Id)) is var same ? (same.State, same.Version) : default);
    }

    [Fact]
    public async Task Where_none_leads_the_task_is_claimed_once_every_unit_has_proven_its_part()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(8);
        var (first, second) = (row.Assignments[0].Unit, row.Assignments[1].Unit);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, first, row.Version, cancellationToken: Stop));
        var half = await TaskAsync(row.Id);
        Assert.Equal((KeyTaskState.InProgress, (DateOnly?)Today, null), (half.State, half.Assignments[0].PartDoneOn, half.Assignments[1].PartDoneOn));
        Assert.IsType<LedgerError.Doubled>(await TryAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, first, half.Version, cancellationToken: Stop)));

        await SignAsync(row.Id, second, "sun");
        var unproven = await TryAsync("sun", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, second, half.Version, cancellationToken: Stop));
        Assert.IsType<MoveError.Refused>(Assert.IsType<LedgerError.Move>(unproven).Why);   // the proof of the other unit is not its own
        await DoAsync("sun", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(second, "名单", "2号"), Stop));
        await DoAsync("sun", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, second, half.Version, cancellationToken: Stop));
        Assert.Equal(KeyTaskState.CompletionClaimed, (await TaskAsync(row.Id)).State);

        // a proof that does not hold opens the part of its unit again, and that one alone
        var claimed = await TaskAsync(row.Id);
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", claimed.Evidence.Where(proof => proof.Unit == first).Select(proof => proof.Id).ToHashSet(), claimed.Version, "名单没有盖章", Stop));
        var back = await TaskAsync(row.Id);
        Assert.Equal((KeyTaskState.SentBack, (DateOnly?)Today, null), (back.State, back.Assignments[0].PartDoneOn, back.Assignments[1].PartDoneOn));
    }

    [Fact]
    public async Task A_joint_unit_ends_its_part_and_the_lead_alone_claims_the_whole_with_the_open_parts_accounted_for()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(20);
        var lead = row.Assignments.Single(assignment => assignment.Leads).Unit;
        var joint = row.Assignments.First(assignment => !assignment.Leads).Unit;
        await SignAsync(row.Id, joint, "sun");
        await DoAsync("sun", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(joint, "检查记录", "3号"), Stop));
        await DoAsync("sun", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, joint, row.Version, cancellationToken: Stop));
        var part = await TaskAsync(row.Id);
        Assert.Equal(KeyTaskState.InProgress, part.State);
        Assert.DoesNotContain(joint, part.OpenParts);

        var silent = await TryAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, lead, part.Version, cancellationToken: Stop));
        Assert.All(part.OpenParts.Where(unit => unit != lead), unit => Assert.Contains(unit, Assert.IsType<LedgerError.Invalid>(silent).Remedy, StringComparison.Ordinal));
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, lead, part.Version, reason: "其余单位本年没有检查任务", cancellationToken: Stop));
        Assert.Equal(KeyTaskState.CompletionClaimed, (await TaskAsync(row.Id)).State);
        Assert.Contains(await HistoryAsync(row.Id), step => step.Why == "其余单位本年没有检查任务");
    }

    [Fact]
    public async Task Whoever_signs_for_a_unit_that_is_not_the_own_one_gives_a_reason_that_the_history_shows()
    {
        await LoadChangchunAsync();
        var row = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        Assert.Equal("SignReason", Assert.IsType<LedgerError.Invalid>(await TryAsync("office", UnitOfficer, tasks => tasks.SignAsync(row.Id, "市教育局", " ", Stop))).Field);
        Assert.Null((await TaskAsync(row.Id)).Assignments[0].SignedOn);
        await DoAsync("office", UnitOfficer, tasks => tasks.SignAsync(row.Id, "市教育局", "该局还没有账号", Stop));
        var step = Assert.Single(await HistoryAsync(row.Id), step => step.What == "签收");
        Assert.Equal(("office 代 市教育局", "该局还没有账号"), (step.Who, step.Why));
        await DoAsync("office", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市教育局", "轮岗40人", cancellationToken: Stop));
        Assert.Equal("office 代 市教育局", Assert.Single(await HistoryAsync(row.Id), step => step.What == "报进展").Who);
    }

    [Fact]
    public async Task A_unit_is_told_with_the_reason_what_others_decided_and_finds_it_in_the_history()
    {
        await LoadChangchunAsync();
        var account = await UnitAccountAsync("市教育局");
        var row = await StartedRowAsync(7);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市教育局", row.Version, cancellationToken: Stop));
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", new HashSet<Guid>(), row.Version + 1, "名单没有盖章", Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市教育局", "补盖章", cancellationToken: Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", true, row.Version + 3, "经费未到", Stop));
        var (order, error) = await AsAsync<OrderService, (Guid, LedgerError?)>("zhao", Supervisor, orders => orders.IssueAsync(row.Id, "市教育局", "说明轮岗进度", Today.AddDays(5), Stop));
        Assert.Null(error);
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.ReadAsync(order, Stop)));
        Assert.Null(await AsAsync<OrderService, LedgerError?>("li", UnitOfficer, orders => orders.AnswerAsync(order, "本月完成", 1, Stop)));
        Assert.Null(await AsAsync<OrderService, LedgerError?>("zhao", Supervisor, orders => orders.DecideAsync(order, false, 2, "没有写人数", Stop)));

        var told = await InDatabaseAsync(database => database.Set<Notice>().AsNoTracking().Where(notice => notice.AccountId == account).Select(notice => notice.TextZh).ToListAsync(Stop));
        var steps = await HistoryAsync(row.Id);
        foreach (var reason in new[] { "名单没有盖章", "经费未到", "说明轮岗进度", "没有写人数" })
            Assert.Contains(steps, step => step.Why?.Contains(reason, StringComparison.Ordinal) == true);
        foreach (var reason in new[] { "名单没有盖章", "经费未到", "没有写人数" })
            Assert.Contains(told, text => text.Contains(reason, StringComparison.Ordinal));
        Assert.Contains(told, text => text.StartsWith("督办：", StringComparison.Ordinal));
        Assert.Equal("wang · 核查单位 市政府督查室", steps.Single(step => step.What == "退回").Who);
    }

    [Theory]
    [InlineData(true, "同意延期到 2026-09-30")]
    [InlineData(false, "不同意延期")]
    public async Task An_extension_is_answered_to_the_unit_with_the_reason(bool isGranted, string says)
    {
        await LoadChangchunAsync();
        var account = await UnitAccountAsync("市教育局");
        var row = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        await DoAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(row.Id, "市教育局", new DateOnly(2026, 9, 30), row.Version, "等省里文件", Stop));
        await DoAsync("office", Office, tasks => tasks.DecideExtensionAsync(row.Id, isGranted, row.Version + 1, "省里已有口径", Stop));
        var told = Assert.Single(await InDatabaseAsync(database => database.Set<Notice>().AsNoTracking().Where(notice => notice.AccountId == account).ToListAsync(Stop)), notice => notice.TextZh.StartsWith(says, StringComparison.Ordinal));
        Assert.EndsWith("理由：省里已有口径", told.TextZh, StringComparison.Ordinal);
        Assert.Equal($"~/governance/tasks/{row.Id}", told.Href);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_he_or_she_did()
    {
        await LoadChangchunAsync();
        var account = await UnitAccountAsync("市教育局");
        var row = await StartedRowAsync(7);
        await DoAsync(account.ToString("N"), UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", true, row.Version, "经费未到", Stop));
        Assert.StartsWith("下达", Assert.Single(await InDatabaseAsync(database => database.Set<Notice>().Where(notice => notice.AccountId == account).Select(notice => notice.TextZh).ToListAsync(Stop))), StringComparison.Ordinal);   // the office's step, not the risk
    }

    [Fact]
    public async Task A_reason_longer_than_the_log_holds_is_refused_and_changes_nothing()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(7);
        var error = await TryAsync("li", UnitOfficer, tasks => tasks.RiskAsync(row.Id, "市教育局", true, row.Version, new string('长', AuditEntry.ReasonLength + 1), Stop));
        Assert.Contains($"{AuditEntry.ReasonLength}", Assert.IsType<LedgerError.Invalid>(error).Remedy, StringComparison.Ordinal);
        Assert.Equal(KeyTaskState.InProgress, (await TaskAsync(row.Id)).State);
    }

    private Task<IReadOnlyList<TaskStep>> HistoryAsync(Guid id) => InServicesAsync<TaskHistory, IReadOnlyList<TaskStep>>(async history =>
    {
        var orders = await InDatabaseAsync(database => database.Set<SupervisoryOrder>().AsNoTracking().Where(order => order.TaskId == id).ToListAsync(Stop));
        return await history.OfAsync(await TaskAsync(id), orders, Stop);
    });

    private Task<Guid> UnitAccountAsync(string unit) => InServicesAsync<IServiceProvider, Guid>(async services =>
    {
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = Actor.System("test"), Process = "test", Correlation = Guid.CreateVersion7(Time.GetUtcNow()) });
        var database = services.GetRequiredService<PlatformDbContext>();
        var account = new Account { Id = Guid.CreateVersion7(Time.GetUtcNow()), UserName = "unit", NormalizedUserName = "UNIT", DisplayName = "王处", Created = Time.GetUtcNow(), SecurityStamp = "1" };
        var grant = new RoleGrant { Id = Guid.CreateVersion7(Time.GetUtcNow()), AccountId = account.Id, Role = Role.DepartmentOfficer, Division = Changchun, Unit = unit, State = GrantState.Active };
        database.AddRange(account, grant);
        services.GetRequiredService<AuditTrail>().Record("created", account.AuditSubject);
        services.GetRequiredService<AuditTrail>().Record("granted", grant.AuditSubject);
        await database.SaveChangesAsync(Stop);
        return account.Id;
    });
}

public sealed class SqliteUnitPartTests() : UnitPartTests(null);

public sealed class PostgreSqlUnitPartTests(PostgreSqlServer server) : UnitPartTests(server);
