using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class GrantTests(TestDatabase database) : PlatformSuite(database)
{
    private static readonly DivisionCode Jilin = DivisionCode.Parse("22");
    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    private static readonly DivisionCode Taiyuan = DivisionCode.Parse("1401");

    [Fact]
    public async Task A_grant_counts_when_another_administrator_has_confirmed_it()
    {
        var li = await AccountAsync("li");
        Assert.Null(await ProposeAsync("wang", li, Role.DepartmentOfficer, Changchun));
        Assert.Empty((await SignedInAsync(li)).Authority.Roles);
        var grant = await OnlyGrantAsync(li);
        Assert.Equal(new GrantError.NotMoved(new MoveError.SamePerson()), await MoveAsync("wang", grant.Id, GrantAction.Confirm, 0));
        Assert.Null(await MoveAsync("zhao", grant.Id, GrantAction.Confirm, 0));
        Assert.Equal(new HeldRole(Role.DepartmentOfficer, Changchun), Assert.Single((await SignedInAsync(li)).Authority.Roles));
    }

    [Fact]
    public async Task A_grant_withdrawn_gives_nothing_from_the_next_request_on()
    {
        var li = await AccountAsync("li");
        var grant = await GrantAsync(li, Role.DepartmentOfficer, Changchun);
        Assert.Equal(new GrantError.NotMoved(new MoveError.ReasonMissing()), await MoveAsync("wang", grant, GrantAction.Withdraw, 1));
        Assert.Null(await MoveAsync("wang", grant, GrantAction.Withdraw, 1, "moved to another office"));
        Assert.Empty((await SignedInAsync(li)).Authority.Roles);
    }

    [Theory]
    [InlineData(Role.Auditor, Role.Administrator)]
    [InlineData(Role.Administrator, Role.Auditor)]
    public async Task Who_audits_does_not_administer(Role first, Role second)
    {
        var li = await AccountAsync("li");
        await GrantAsync(li, first, Changchun);
        Assert.Equal(new GrantError.Excluded(first), await ProposeAsync("wang", li, second, Taiyuan));
    }

    [Fact]
    public async Task Of_two_proposals_that_exclude_each_other_neither_is_confirmed_while_both_stand()
    {
        var li = await AccountAsync("li");
        // past the service, as two nodes at the same moment would
        var (audits, administers) = (New(li, Role.Auditor), New(li, Role.Administrator));
        await AsOfficerAsync("wang", async services =>
        {
            var database = services.GetRequiredService<PlatformDbContext>();
            database.AddRange(audits, administers);
            services.GetRequiredService<Audit.AuditTrail>().Record("proposed", audits.AuditSubject);
            services.GetRequiredService<Audit.AuditTrail>().Record("proposed", administers.AuditSubject);
            return await database.SaveChangesAsync(Stop);
        });
        Assert.Equal(new GrantError.Excluded(Role.Administrator), await MoveAsync("zhao", audits.Id, GrantAction.Confirm, 0));
        Assert.Equal(new GrantError.Excluded(Role.Auditor), await MoveAsync("zhao", administers.Id, GrantAction.Confirm, 0));
    }

    [Fact]
    public async Task An_administrator_grants_only_within_the_own_division()
    {
        var li = await AccountAsync("li");
        Assert.Equal(new GrantError.OutOfScope(), await ProposeAsync("wang", li, Role.DepartmentOfficer, Taiyuan, over: Jilin));
        Assert.Equal(new GrantError.OutOfScope(), await ProposeAsync("wang", li, Role.DepartmentOfficer, DivisionCode.Nation, over: Jilin));
        Assert.Null(await ProposeAsync("wang", li, Role.DepartmentOfficer, Changchun, over: Jilin));
        var grant = await OnlyGrantAsync(li);
        Assert.Equal(new GrantError.Missing(), await MoveAsync("zhao", grant.Id, GrantAction.Confirm, 0, over: Taiyuan));
        Assert.Null(await MoveAsync("zhao", grant.Id, GrantAction.Confirm, 0, over: Changchun));
    }

    [Fact]
    public async Task Nobody_decides_about_the_own_account()
    {
        var li = await AccountAsync("li");
        Assert.Equal(new GrantError.OwnAccount(), await ProposeAsync(li.ToString("N"), li, Role.Supervisor, Changchun));
        await ProposeAsync("wang", li, Role.Supervisor, Changchun);
        Assert.Equal(new GrantError.OwnAccount(), await MoveAsync(li.ToString("N"), (await OnlyGrantAsync(li)).Id, GrantAction.Confirm, 0));
    }

    [Fact]
    public async Task The_same_grant_twice_is_refused()
    {
        var li = await AccountAsync("li");
        Assert.Null(await ProposeAsync("wang", li, Role.Supervisor, Changchun));
        Assert.Equal(new GrantError.Already(), await ProposeAsync("zhao", li, Role.Supervisor, Changchun));
    }

    [Fact]
    public async Task A_role_of_an_officer_gives_nothing_without_a_second_factor_and_an_ended_session_is_nobody()
    {
        var li = await AccountAsync("li");
        await GrantAsync(li, Role.Citizen, Changchun);
        await GrantAsync(li, Role.DepartmentOfficer, Changchun);
        var (stamp, first) = (await StampAsync(li), await SignedInAsync(li, secondFactor: false));
        Assert.Equal(Lack.SecondFactor, first.Lack);
        Assert.Equal([Role.Citizen], first.Authority.Roles.Select(role => role.Role));
        Assert.Equal([Role.DepartmentOfficer], first.Waiting.Select(role => role.Role));
        Assert.True(first.Authority.Has(PlatformPermissions.OwnAccount));
        Assert.Null(await Running.InScopeAsync(services => services.GetRequiredService<AccountAuthorities>().FindAsync(li, stamp + "x", true, Stop)));
    }

    [Fact]
    public async Task A_list_within_a_scope_has_what_lies_there_and_nothing_else()
    {
        var li = await AccountAsync("li");
        foreach (var (role, division) in new[] { (Role.Supervisor, Jilin), (Role.Supervisor, Changchun), (Role.FrontlineWorker, DivisionCode.Parse("220104")), (Role.Supervisor, Taiyuan), (Role.Analyst, DivisionCode.Nation) })
            Assert.Null(await ProposeAsync("wang", li, role, division));
        Assert.Null(await ProposeAsync("wang", li, Role.Employer, Changchun, unit: "a"));
        Assert.Equal(["2201", "2201", "220104"], await ListAsync(new HeldRole(Role.Administrator, Changchun)));
        Assert.Equal(["1401", "22", "2201", "2201", "220104"], await ListAsync(new HeldRole(Role.Administrator, Taiyuan), new HeldRole(Role.Administrator, Jilin)));
        Assert.Equal(6, (await ListAsync(new HeldRole(Role.Administrator, DivisionCode.Nation))).Count);
        Assert.Equal(["2201"], await ListAsync(new HeldRole(Role.Administrator, Changchun, "a")));
        Assert.Empty(await ListAsync());
    }

    private Task<List<string>> ListAsync(params HeldRole[] roles) => InDatabaseAsync(async database =>
        (await database.Grants.Within(roles).ToListAsync(Stop)).Select(grant => grant.Division.ToString()).Order(StringComparer.Ordinal).ToList());

    private static RoleGrant New(Guid account, Role role) => new() { Id = Guid.CreateVersion7(), AccountId = account, Role = role, Division = Changchun, LastMovedBy = "wang" };

    private Task<Guid> AccountAsync(string name) => AsOfficerAsync("wang", async services =>
    {
        var (account, _, error) = await services.GetRequiredService<AccountService>().CreateAsync(name, name);
        Assert.Null(error);
        account!.MustChangePassword = false;
        await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
        return account.Id;
    });

    private Task<GrantError?> ProposeAsync(string by, Guid account, Role role, DivisionCode division, DivisionCode? over = null, string? unit = null) =>
        AsAdministratorAsync(by, over, service => service.ProposeAsync(account, role, division, unit, Stop));

    private Task<GrantError?> MoveAsync(string by, Guid grant, GrantAction action, int version, string? reason = null, DivisionCode? over = null) =>
        AsAdministratorAsync(by, over, service => service.MoveAsync(grant, action, version, reason, Stop));

    private Task<GrantError?> AsAdministratorAsync(string by, DivisionCode? over, Func<GrantService, Task<GrantError?>> act) => Running.InScopeAsync(services =>
    {
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, by), Process = "tests.grants", Correlation = Guid.Empty,
            Authority = Authority.Over(over ?? DivisionCode.Nation, PlatformPermissions.Accounts),
        });
        return act(services.GetRequiredService<GrantService>());
    });

    private async Task<Guid> GrantAsync(Guid account, Role role, DivisionCode division)
    {
        Assert.Null(await ProposeAsync("wang", account, role, division));
        var grant = await OnlyGrantAsync(account, GrantState.Proposed);
        Assert.Null(await MoveAsync("zhao", grant.Id, GrantAction.Confirm, 0));
        return grant.Id;
    }

    private Task<RoleGrant> OnlyGrantAsync(Guid account, GrantState? state = null) =>
        InDatabaseAsync(database => database.Grants.AsNoTracking().SingleAsync(grant => grant.AccountId == account && (state == null || grant.State == state), Stop));

    private Task<string?> StampAsync(Guid account) => InDatabaseAsync(database => database.Accounts.Where(row => row.Id == account).Select(row => row.SecurityStamp).SingleAsync(Stop));

    private async Task<SignedInAccount> SignedInAsync(Guid account, bool secondFactor = true)
    {
        var stamp = await StampAsync(account);
        return (await Running.InScopeAsync(services => services.GetRequiredService<AccountAuthorities>().FindAsync(account, stamp, secondFactor, Stop)))!;
    }
}

public sealed class SqliteGrantTests() : GrantTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlGrantTests(PostgreSqlServer server) : GrantTests(new TestDatabase.PostgreSql(server));
