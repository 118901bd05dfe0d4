using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Reports;
using Cradle.Platform.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What is counted and told is what stands.</summary>
public abstract class StandingTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    [Fact]
    public async Task What_was_checked_is_no_longer_among_what_is_to_be_checked()
    {
        await LoadChangchunAsync();
        var row = await StartedRowAsync(7);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, "市教育局", row.Version, cancellationToken: Stop));
        await DeliverAsync();
        Assert.Equal(1, (await BoardAsync()).Total.Claimed);
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", row.Evidence.Select(proof => proof.Id).ToHashSet(), row.Version + 1, null, Stop));
        await DeliverAsync();
        Assert.Equal(0, (await BoardAsync()).Total.Claimed);

        Task<LeaderBoard> BoardAsync() => AsAsync<BoardService, LeaderBoard>("leader", Leader, board => board.ReadAsync(Changchun, null, Stop));
    }

    [Fact]
    public async Task A_report_tells_of_what_is_open_of_earlier_years_and_of_both_days_of_an_extension()
    {
        await LoadChangchunAsync();
        await StartedRowAsync(14);   // 持续推进
        var dated = await DatedTaskAsync(new DateOnly(2026, 6, 30));
        await DoAsync("li", UnitOfficer, tasks => tasks.AskExtensionAsync(dated.Id, "市教育局", new DateOnly(2026, 9, 30), dated.Version, "等省里文件", Stop));
        await DoAsync("office", Office, tasks => tasks.DecideExtensionAsync(dated.Id, true, dated.Version + 1, "情况属实", Stop));
        Assert.Contains(await TasksOfAsync(2026), task => task.Deadline == "原定 2026-06-30，延至 2026-09-30");
        Time.Advance(TimeSpan.FromDays(365));
        var later = await TasksOfAsync(2027);
        Assert.Contains(later, task => task.Number == 14);
        Assert.Contains(later, task => task.Title == dated.Title);   // open and late: it does not vanish with its year
        Assert.DoesNotContain(later, task => task.Number is 2 or 9);   // taken over as done

        async Task<IReadOnlyList<ReportedTask>> TasksOfAsync(int year)
        {
            var (id, error) = await AsAsync<ReportService, (Guid, LedgerError? Error)>("office", Office, reports => reports.DraftAsync(Changchun, "长春市", Jilin, year, new DateOnly(year, 11, 30), Stop));
            Assert.Null(error);
            return ReportFigures.Snapshot(await InDatabaseAsync(database => database.Set<AnnualReport>().AsNoTracking().SingleAsync(report => report.Id == id, Stop))).Tasks;
        }
    }
}

public sealed class SqliteStandingTests() : StandingTests(null);

public sealed class PostgreSqlStandingTests(PostgreSqlServer server) : StandingTests(server);
