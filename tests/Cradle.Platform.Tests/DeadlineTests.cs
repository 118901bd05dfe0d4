using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

/// <summary>A grant stands in for a case: it lies in a division, and its table is given time limits here.</summary>
public abstract class DeadlineTests(TestDatabase database) : PlatformSuite(database)
{
    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");

    // Proposed on Monday 2 March 2026; five working days later is Monday 9 March.
    private static readonly Lifecycle<RoleGrant, GrantState, GrantAction> Table = new("timed", GrantState.Proposed,
    [
        new(GrantState.Proposed, GrantAction.Confirm, GrantState.Active) { Limit = new TimeLimit.WorkingDays(5) },
        new(GrantState.Proposed, GrantAction.Reject, GrantState.Rejected),
        new(GrantState.Active, GrantAction.Withdraw, GrantState.Withdrawn) { Permission = PlatformPermissions.Accounts },
    ]);

    protected override void Configure(IServiceCollection services) =>
        services.Configure<DeadlineOptions>(options => options.LookEvery = TimeSpan.FromDays(1000));   // the tests look themselves

    [Fact]
    public async Task Those_whose_turn_it_is_are_reminded_once_then_supervisors_then_those_above_are_told()
    {
        var people = await PeopleAsync();
        var id = await CaseAsync();
        await MoveAsync(id, GrantAction.Confirm, 0);
        Assert.Equal(0, await LookAsync());                                     // five days left
        Time.Advance(TimeSpan.FromDays(3));                                     // Thursday: Friday and Monday are left
        Assert.Equal(1, await LookAsync());
        Assert.Equal(0, await LookAsync());
        Assert.Equal(["administrator"], await ToldAsync(people));
        Time.Advance(TimeSpan.FromDays(4));                                     // Monday 9 March, the last day
        Assert.Equal(0, await LookAsync());
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await LookAsync());
        Assert.Equal(["administrator", "city"], await ToldAsync(people));       // not Taiyuan's, not the province's
        Time.Advance(TimeSpan.FromDays(6));                                     // Monday 16 March is the fifth working day after it
        Assert.Equal(0, await LookAsync());
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await LookAsync());
        Assert.Equal(["administrator", "city", "province"], await ToldAsync(people));
        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task A_move_in_time_ends_the_deadline()
    {
        var people = await PeopleAsync();
        var id = await CaseAsync();
        await MoveAsync(id, GrantAction.Confirm, 0);
        await MoveAsync(id, GrantAction.Withdraw, 1, PlatformPermissions.Accounts);
        Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, await LookAsync());
        Assert.Empty(await ToldAsync(people));
    }

    [Fact]
    public async Task Of_nodes_that_look_at_once_one_tells()
    {
        var people = await PeopleAsync();
        await MoveAsync(await CaseAsync(), GrantAction.Confirm, 0);
        Time.Advance(TimeSpan.FromDays(8));
        var steps = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(LookAsync)));
        Assert.Equal(1, steps.Sum());
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<Notice>().CountAsync(Stop)));
        Assert.Equal(["city"], await ToldAsync(people));
    }

    [Fact]
    public async Task A_limit_beyond_the_work_calendar_counts_plain_days_and_the_move_is_made()
    {
        var id = await CaseAsync();
        var last = Running.Services.GetRequiredService<WorkCalendar>().Years[^1];
        Time.Advance(new DateOnly(last, 12, 30).ToDateTime(default) - ChinaTime.Today(Time).ToDateTime(default));
        await MoveAsync(id, GrantAction.Confirm, 0);
        var due = await InDatabaseAsync(database => database.Set<Deadline>().SingleAsync(row => row.SubjectId == id, Stop));
        Assert.Equal(new DateOnly(last + 1, 1, 4), due.Due);   // five plain days after 30 December
        Assert.Equal(GrantState.Active, await InDatabaseAsync(database => database.Grants.Where(grant => grant.Id == id).Select(grant => grant.State).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_move_that_is_not_saved_sets_no_deadline()
    {
        var id = await CaseAsync();
        await AsOfficerAsync("wang", async services => services.GetRequiredService<LifecycleMover>().Move(
            Table, await services.GetRequiredService<PlatformDbContext>().Grants.SingleAsync(grant => grant.Id == id, Stop), GrantAction.Confirm, 0));
        Assert.Equal(0, await InDatabaseAsync(database => database.Set<Deadline>().CountAsync(Stop)));
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync()
    {
        var people = new Dictionary<Guid, string>();
        foreach (var (name, role, division) in new[]
        {
            ("administrator", Role.Administrator, "2201"), ("city", Role.Supervisor, "2201"), ("province", Role.Supervisor, "22"), ("elsewhere", Role.Supervisor, "1401"), ("other", Role.Administrator, "1401"),
        })
        {
            people.Add(await AsOfficerAsync("wang", async services =>
            {
                var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync(name, name);
                await AddGrantAsync(services, new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account!.Id, Role = role, Division = DivisionCode.Parse(division), State = GrantState.Active });
                return account.Id;
            }), name);
        }

        return people;
    }

    private Task<Guid> CaseAsync() => AsOfficerAsync("wang", async services =>
    {
        var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync("subject", "subject");
        var grant = new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account!.Id, Role = Role.Citizen, Division = Changchun };
        await AddGrantAsync(services, grant);
        return grant.Id;
    });

    private static async Task AddGrantAsync(IServiceProvider services, RoleGrant grant)
    {
        var database = services.GetRequiredService<PlatformDbContext>();
        database.Add(grant);
        services.GetRequiredService<AuditTrail>().Record("tests", grant.AuditSubject);
        await database.SaveChangesAsync(Stop);
    }

    private Task<int> MoveAsync(Guid id, GrantAction action, int version, params string[] permissions) => AsOfficerAsync("wang", async services =>
    {
        var database = services.GetRequiredService<PlatformDbContext>();
        Assert.Null(services.GetRequiredService<LifecycleMover>().Move(Table, await database.Grants.SingleAsync(grant => grant.Id == id, Stop), action, version));
        return await database.SaveChangesAsync(Stop);
    }, permissions);

    private Task<int> LookAsync() => Running.InScopeAsync(services => services.GetRequiredService<DeadlineWatch>().LookAsync(Stop));

    private Task<List<string>> ToldAsync(Dictionary<Guid, string> people) => InDatabaseAsync(async database =>
        (await database.Set<Notice>().Select(notice => notice.AccountId).Distinct().ToListAsync(Stop)).Select(id => people[id]).Order(StringComparer.Ordinal).ToList());
}

public sealed class SqliteDeadlineTests() : DeadlineTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlDeadlineTests(PostgreSqlServer server) : DeadlineTests(new TestDatabase.PostgreSql(server));
