using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class CredentialResetTests(TestDatabase database) : PlatformSuite(database)
{
    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    private static readonly DivisionCode Jilin = DivisionCode.Parse("22");

    [Fact]
    public async Task Two_administrators_take_a_lost_factor_off_and_the_holder_is_told()
    {
        var li = await AccountAsync("li", Changchun);
        var before = await ReadAsync(li);
        Assert.Null(await ProposeAsync("wang", li, "came with her identity card"));
        Assert.True((await ReadAsync(li)).TwoFactorEnabled);   // proposed is not done
        var reset = (await WaitingAsync(li))!;
        Assert.Equal(new CredentialResetError.NotMoved(new MoveError.SamePerson()), await MoveAsync("wang", reset.Id, ResetAction.Confirm));
        Assert.Null(await MoveAsync("zhao", reset.Id, ResetAction.Confirm));

        var after = await ReadAsync(li);
        Assert.False(after.TwoFactorEnabled);
        Assert.Null(after.AuthenticatorKey);
        Assert.Null(after.RecoveryCodes);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);   // every session ends
        Assert.Equal(before.PasswordHash, after.PasswordHash);
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<Notice>().CountAsync(notice => notice.AccountId == li, Stop)));
        var acts = await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.SubjectId == reset.Id || (entry.SubjectId == li && entry.Action == "credentials-reset")).OrderBy(entry => entry.Sequence)
            .Select(entry => $"{entry.ActorId} {entry.Action}").ToListAsync(Stop));
        Assert.Equal(["wang proposed", "zhao Confirm", "zhao credentials-reset"], acts);
        Assert.True((await Running.InScopeAsync(services => services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop))).Holds);
    }

    [Fact]
    public async Task A_rejected_one_leaves_the_factor_and_a_second_proposal_waits_for_the_first()
    {
        var li = await AccountAsync("li", Changchun);
        Assert.Equal(new CredentialResetError.ReasonMissing(), await ProposeAsync("wang", li, " "));
        Assert.Null(await ProposeAsync("wang", li, "by telephone"));
        Assert.Equal(new CredentialResetError.Already(), await ProposeAsync("zhao", li, "by telephone too"));
        var reset = (await WaitingAsync(li))!;
        Assert.Equal(new CredentialResetError.NotMoved(new MoveError.ReasonMissing()), await MoveAsync("zhao", reset.Id, ResetAction.Reject));
        Assert.Null(await MoveAsync("zhao", reset.Id, ResetAction.Reject, "a telephone proves nobody"));
        Assert.True((await ReadAsync(li)).TwoFactorEnabled);
        Assert.Null(await WaitingAsync(li));
        Assert.IsType<CredentialResetError.NotMoved>(await MoveAsync("zhao", reset.Id, ResetAction.Confirm, version: 1));
    }

    [Fact]
    public async Task Nobody_resets_an_account_that_has_a_role_above_or_elsewhere()
    {
        var li = await AccountAsync("li", Changchun, Jilin);   // an officer of the city and of the province
        Assert.Equal(new CredentialResetError.OutOfScope(), await ProposeAsync("wang", li, "came in person"));
        Assert.Null(await ProposeAsync("feng", li, "came in person", Jilin));
        var reset = (await WaitingAsync(li))!;
        Assert.Equal(new CredentialResetError.OutOfScope(), await MoveAsync("zhao", reset.Id, ResetAction.Confirm));
        Assert.Null(await MoveAsync("chu", reset.Id, ResetAction.Confirm, division: Jilin));
    }

    [Fact]
    public async Task Nobody_resets_the_own_account_nor_one_without_a_factor()
    {
        var li = await AccountAsync("li", Changchun);
        Assert.Equal(new CredentialResetError.OwnAccount(), await ProposeAsync(li.ToString("N"), li, "me"));
        await InDatabaseAsync(database => database.Accounts.Where(account => account.Id == li).ExecuteUpdateAsync(set => set.SetProperty(account => account.TwoFactorEnabled, false), Stop));
        Assert.Equal(new CredentialResetError.NothingToReset(), await ProposeAsync("wang", li, "came in person"));
    }

    [Fact]
    public async Task Of_proposals_at_once_one_waits()
    {
        var li = await AccountAsync("li", Changchun);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => ProposeAsync($"wang{number}", li, "came in person"))));
        Assert.Single(tries, refusal => refusal is null);
        Assert.Equal(1, await InDatabaseAsync(database => database.Set<CredentialReset>().CountAsync(Stop)));
    }

    private Task<Guid> AccountAsync(string name, params DivisionCode[] divisions) => AsOfficerAsync("tests", async services =>
    {
        var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync(name, name);
        var (database, audit) = (services.GetRequiredService<Data.PlatformDbContext>(), services.GetRequiredService<AuditTrail>());
        foreach (var division in divisions)
        {
            var grant = new RoleGrant { Id = Guid.CreateVersion7(), AccountId = account!.Id, Role = Role.DepartmentOfficer, Division = division, State = GrantState.Active };
            database.Add(grant);
            audit.Record("tests", grant.AuditSubject);
        }

        await services.GetRequiredService<AccountService>().KeyToConfirmAsync(account!);
        account!.TwoFactorEnabled = true;
        await database.SaveChangesAsync(Stop);
        return account.Id;
    });

    private Task<CredentialResetError?> ProposeAsync(string administrator, Guid account, string reason, DivisionCode? division = null) =>
        AsAdministratorAsync(administrator, division ?? Changchun, service => service.ProposeAsync(account, reason, Stop));

    private Task<CredentialResetError?> MoveAsync(string administrator, Guid reset, ResetAction action, string? reason = null, int version = 0, DivisionCode? division = null) =>
        AsAdministratorAsync(administrator, division ?? Changchun, service => service.MoveAsync(reset, action, version, reason, Stop));

    private Task<T> AsAdministratorAsync<T>(string administrator, DivisionCode division, Func<CredentialResetService, Task<T>> act) => Running.InScopeAsync(services =>
    {
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, administrator), Process = "tests.reset", Correlation = Guid.CreateVersion7(Time.GetUtcNow()), Division = division,
            Authority = Authority.Over(division, PlatformPermissions.Accounts),
        });
        return act(services.GetRequiredService<CredentialResetService>());
    });

    private Task<CredentialReset?> WaitingAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<CredentialResetService>().WaitingAsync(account, Stop));

    private Task<Account> ReadAsync(Guid account) => InDatabaseAsync(database => database.Accounts.AsNoTracking().SingleAsync(row => row.Id == account, Stop));
}

public sealed class SqliteCredentialResetTests() : CredentialResetTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlCredentialResetTests(PostgreSqlServer server) : CredentialResetTests(new TestDatabase.PostgreSql(server));
