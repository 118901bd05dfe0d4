using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Primitives;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cradle.Platform.Accounts;

/// <summary>
/// Accounts of every role in Changchun and in Taiyuan, for trying the product out: two where a step has to be taken by another person than the one
/// before it. Added by the application in its demo environment only; <c>./run</c> prints them.
/// </summary>
public sealed class DemoAccounts(IServiceScopeFactory scopes, IPasswordHasher<Account> hasher, TimeProvider time) : IHostedService
{
    /// <summary>The password of every demo account; <c>./run</c> prints it.</summary>
    public const string Password = "cradle-demo-2026";

    /// <summary>The key of every demo account's second factor; the code page shows its codes.</summary>
    public const string Key = "CRADLEDEMOCRADLEDEMOCRADLEDEMO22";

    private const string Unit = "demo";

    private static readonly (string Name, string NameZh, DivisionCode City, DivisionCode District)[] Places =
    [
        ("changchun", "长春", DivisionCode.Parse("2201"), DivisionCode.Parse("220104")),
        ("taiyuan", "太原", DivisionCode.Parse("1401"), DivisionCode.Parse("140105")),
    ];

    private static readonly (string Name, string NameZh, Role Role)[] People =
    [
        ("citizen", "市民", Role.Citizen), ("frontline", "社区工作者", Role.FrontlineWorker), ("frontline2", "第二社区工作者", Role.FrontlineWorker),
        ("officer", "经办人", Role.DepartmentOfficer), ("officer2", "第二经办人", Role.DepartmentOfficer), ("supervisor", "督办人", Role.Supervisor),
        ("institution", "托育机构", Role.Institution), ("hospital", "医院", Role.Hospital), ("employer", "用人单位", Role.Employer), ("analyst", "政策分析员", Role.Analyst),
        ("auditor", "审计员", Role.Auditor), ("administrator", "管理员", Role.Administrator), ("administrator2", "第二管理员", Role.Administrator),
        ("leader", "负责人", Role.Leader), ("leader2", "第二负责人", Role.Leader),
    ];

    /// <summary>Officers of one unit of Changchun each, of the shipped directory: the first leads more tasks than it joins, the second the other way round.</summary>
    public static IReadOnlyList<DemoUnit> Units { get; } = [new("changchun.health", "市卫健委"), new("changchun.education", "市教育局")];

    /// <summary>User name and role of every demo account that is not of one unit.</summary>
    public static IEnumerable<(string UserName, Role Role)> All => Places.SelectMany(place => People.Select(person => ($"{place.Name}.{person.Name}", person.Role)));

    private static IEnumerable<string> Names => All.Select(demo => demo.UserName).Concat(Units.Select(unit => unit.UserName));

    /// <summary>The code that the app of a demo account shows and that is still good; null for any other account.</summary>
    public string? CodeFor(Account account) =>
        Names.Contains(account.UserName!) ? TimeCode.At(Key, Math.Max(TimeCode.StepAt(time.GetUtcNow()), account.LastCodeStep + 1)) : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var known = await database.Accounts.Select(account => account.UserName).ToListAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = Actor.System("demo-accounts"), Process = "platform.demo-accounts", Correlation = Guid.CreateVersion7(time.GetUtcNow()),
        });
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        var vault = scope.ServiceProvider.GetRequiredService<FieldVault>();
        string? hash = null;   // one for all: hashing is slow on purpose
        foreach (var (userName, displayName, role, division, unit) in Everybody().Where(person => !known.Contains(person.UserName)))
        {
            var account = AccountOf(userName, displayName);
            account.PasswordHash = hash ??= hasher.HashPassword(account, Password);
            var grant = GrantOf(account, role, division, unit);
            database.Add(account);
            database.Add(grant);
            audit.Record("created", account.AuditSubject);
            audit.Record("demo", grant.AuditSubject, detail: new { account = account.Id, role = role.ToString(), division = grant.Division.ToString() });
            account.AuthenticatorKey = role.NeedsSecondFactor() ? vault.Seal(AccountFields.AuthenticatorKey, account.Id, Key) : null;
            account.TwoFactorEnabled = role.NeedsSecondFactor();
        }

        await SetKeysAsync(database, vault, audit, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<(string UserName, string DisplayName, Role Role, DivisionCode Division, string? Unit)> Everybody()
    {
        foreach (var place in Places)
        {
            foreach (var person in People)
            {
                yield return ($"{place.Name}.{person.Name}", $"演示·{place.NameZh}{person.NameZh}", person.Role, person.Role.NeedsSecondFactor() ? place.City : place.District,
                    person.Role.Kind() == ActorKind.Organisation ? Unit : null);
            }
        }

        foreach (var unit in Units)
        {
            yield return (unit.UserName, $"演示·长春{unit.Unit}", Role.DepartmentOfficer, Places[0].City, unit.Unit);
        }
    }

    // A visitor may have changed one, or an older version kept them elsewhere.
    private static async Task SetKeysAsync(PlatformDbContext database, FieldVault vault, AuditTrail audit, CancellationToken cancellationToken)
    {
        var names = Everybody().Where(person => person.Role.NeedsSecondFactor()).Select(person => person.UserName).ToList();
        foreach (var account in await database.Accounts.Where(account => names.Contains(account.UserName!) && !account.TwoFactorEnabled).ToListAsync(cancellationToken))
        {
            (account.AuthenticatorKey, account.TwoFactorEnabled) = (vault.Seal(AccountFields.AuthenticatorKey, account.Id, Key), true);
            audit.Record("second-factor-on", account.AuditSubject);
        }
    }

    private Account AccountOf(string userName, string displayName)
    {
        var now = time.GetUtcNow();
        return new Account
        {
            Id = Guid.CreateVersion7(now), UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), DisplayName = displayName, Created = now,
            LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }

    private RoleGrant GrantOf(Account account, Role role, DivisionCode division, string? unit) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = account.Id, Role = role, Division = division, State = GrantState.Active,
        Unit = unit,
    };
}

/// <summary>The demo account of an officer who acts for one unit alone.</summary>
/// <param name="UserName">What to sign in with.</param>
/// <param name="Unit">The unit, as the directory calls it.</param>
public sealed record DemoUnit(string UserName, string Unit);

/// <summary>Registration of the demo accounts.</summary>
public static class DemoAccountsRegistration
{
    public static IServiceCollection AddDemoAccounts(this IServiceCollection services) =>
        services.AddScoped<DemoPhone>().AddSingleton<DemoAccounts>().AddHostedService(provider => provider.GetRequiredService<DemoAccounts>());
}
