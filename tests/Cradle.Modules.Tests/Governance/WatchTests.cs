using Cradle.Governance.Ledger;
using Cradle.Governance.Meetings;
using Cradle.Governance.Orders;
using Cradle.Governance.Reports;
using Cradle.Governance.Rhythms;
using Cradle.Platform.Access;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What the watch does of itself: reminds, raises and tells, each fact once, by the rhythm that the place has set and not without one.</summary>
public abstract class WatchTests(PostgreSqlServer? server) : GovernanceSuite(server)
{
    [Fact]
    public async Task Without_a_rhythm_nothing_is_watched()
    {
        await LoadChangchunAsync();
        await StartedRowAsync(20);
        Time.Advance(TimeSpan.FromDays(700));
        Assert.Equal(new WatchRound(0, 0, 0), await LookAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9999)]
    public async Task A_rhythm_that_cannot_be_is_refused_at_its_field(int days)
    {
        var error = await AsAsync<RhythmService, LedgerError?>("office", Office, service => service.SetAsync(Changchun, new RhythmInput(null, null, days, null), Stop));
        Assert.Equal(nameof(RhythmInput.AheadDays), Assert.IsType<LedgerError.Invalid>(error).Field);
    }

    [Fact]
    public async Task A_task_that_is_silent_is_reminded_of_once_a_period_also_one_that_was_never_reported_on()
    {
        await LoadChangchunAsync();
        await SetAsync(new RhythmInput(3, null, null, null));
        var reported = await StartedRowAsync(20);
        var assigned = await RowAsync(7);
        await DoAsync("office", Office, tasks => tasks.AssignAsync(assigned.Id, assigned.Version, Stop));
        Assert.Equal(0, (await LookAsync()).Reminded);
        Time.Advance(TimeSpan.FromDays(100));
        Assert.Equal(reported.Assignments.Count + assigned.Assignments.Count, (await LookAsync()).Reminded);
        Assert.Equal(0, (await LookAsync()).Reminded);
        Assert.Equal("ledger-watch", (await InDatabaseAsync(database => database.Set<Reminder>().AsNoTracking().FirstAsync(Stop))).By);
    }

    [Fact]
    public async Task An_order_that_nobody_answers_is_raised_and_its_new_day_counts_in_working_days()
    {
        await LoadChangchunAsync();
        await SetAsync(new RhythmInput(null, null, null, 5));
        var row = await StartedRowAsync(20);
        Assert.Null((await AsAsync<OrderService, (Guid, LedgerError?)>("supervisor", Supervisor, orders => orders.IssueAsync(row.Id, row.Assignments[0].Unit, "说明", Today.AddDays(3), Stop))).Item2);
        Assert.Equal(0, (await LookAsync()).Raised);
        Time.Advance(TimeSpan.FromDays(4));   // Friday 6 March 2026
        Assert.Equal(1, (await LookAsync()).Raised);
        Assert.Equal(0, (await LookAsync()).Raised);
        var order = await InDatabaseAsync(database => database.Set<SupervisoryOrder>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal((1, new DateOnly(2026, 3, 13)), (order.Level, order.AnswerBy));   // five working days after a Friday
    }

    [Fact]
    public async Task A_deadline_that_comes_near_is_told_to_the_officer_of_the_unit_once_and_a_later_one_again()
    {
        await LoadChangchunAsync();
        await SetAsync(new RhythmInput(null, null, 10, null));
        var (ofUnit, ofOther, ofOffice) = (await HolderAsync("市卫健委"), await HolderAsync("市教育局"), await HolderAsync(null));
        var task = await MeetingTaskAsync("市卫健委", Today.AddDays(9));
        Assert.Equal(1, (await LookAsync()).Told);
        Assert.Equal(0, (await LookAsync()).Told);
        Assert.Equal([ofUnit], await ToldAsync(task));
        Assert.DoesNotContain(ofOther, await ToldAsync(task));
        await MeetingTaskAsync("市公安局", Today.AddDays(8));   // a unit without an officer of its own: the office hears
        Assert.Equal(1, (await LookAsync()).Told);
        Assert.Contains(ofOffice, await InDatabaseAsync(database => database.Set<Notice>().Select(notice => notice.AccountId).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_milestone_and_a_body_that_does_not_meet_are_told_once()
    {
        await LoadChangchunAsync();
        await SetAsync(new RhythmInput(null, 6, 10, null));
        var row = await StartedRowAsync(20);
        await DoAsync("office", Office, tasks => tasks.AddMilestoneAsync(row.Id, "印发细则", Today.AddDays(5), Stop));
        await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.LeadingGroup, "领导小组", [], Today.AddMonths(-7), Stop));
        Assert.Equal(2, (await LookAsync()).Told);
        Assert.Equal(0, (await LookAsync()).Told);
    }

    [Fact]
    public async Task The_report_of_a_county_is_called_for_before_30_November_and_the_city_hears_on_1_December_who_sent_none()
    {
        await SetAsync(new RhythmInput(null, null, 15, null));
        await SetAsync(new RhythmInput(null, null, 15, null), Nanguan);
        var (office, city) = (await HolderAsync(null, Nanguan), await HolderAsync(null, Changchun, Role.Supervisor));
        Time.Advance(new DateTimeOffset(2026, 11, 14, 1, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());
        Assert.Equal(0, (await LookAsync(Nanguan)).Told);
        Time.Advance(TimeSpan.FromDays(1));   // 15 days before the day of 001/31
        Assert.Equal(1, (await LookAsync(Nanguan)).Told);
        Assert.Contains("2026-11-30", await LastTextAsync(office), StringComparison.Ordinal);
        Time.Advance(new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero) - Time.GetUtcNow());
        Assert.Equal(0, (await LookAsync()).Told);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await LookAsync()).Told);
        Assert.Contains("南关区", await LastTextAsync(city), StringComparison.Ordinal);
        Assert.Equal(0, (await LookAsync()).Told);
    }

    private static DivisionCode Nanguan => DivisionCode.Parse("220102");

    private Task<WatchRound> LookAsync(DivisionCode? division = null) => InServicesAsync<LedgerWatch, WatchRound>(watch => watch.LookAsync(division ?? Changchun, Stop));

    private async Task SetAsync(RhythmInput input, DivisionCode? division = null) =>
        Assert.Null(await AsAsync<RhythmService, LedgerError?>("office", Office, service => service.SetAsync(division ?? Changchun, input, Stop)));

    private async Task<Guid> MeetingTaskAsync(string unit, DateOnly by)
    {
        var (body, _) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.FoundAsync(Changchun, BodyKind.JointConference, $"会议{unit}", [unit], null, Stop));
        var (meeting, error) = await AsAsync<MeetingService, (Guid, LedgerError?)>("office", Office, meetings => meetings.HoldAsync(body, Today, "纪要", [new("落实事项", unit, by)], Stop));
        Assert.Null(error);
        return await InDatabaseAsync(database => database.Set<Resolution>().Where(resolution => resolution.MeetingId == meeting).Select(resolution => resolution.TaskId).SingleAsync(Stop));
    }

    private Task<List<Guid>> ToldAsync(Guid task) => InDatabaseAsync(database => database.Set<Notice>().Where(notice => notice.AboutId == task).Select(notice => notice.AccountId).ToListAsync(Stop));

    private Task<string> LastTextAsync(Guid account) => InDatabaseAsync(async database => (await database.Set<Notice>().Where(notice => notice.AccountId == account).ToListAsync(Stop)).MaxBy(notice => notice.Created)!.TextZh);
}

public sealed class SqliteWatchTests() : WatchTests(null);

public sealed class PostgreSqlWatchTests(PostgreSqlServer server) : WatchTests(server);
