using Cradle.Births.Cases;
using Cradle.Governance;
using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Governance.Ledger;
using Cradle.Governance.Matrix;
using Cradle.Governance.Rhythms;
using Cradle.Governance.Units;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Cradle.Platform.Tables;
using Cradle.Platform.Tests;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using KeyTask = Cradle.Governance.Ledger.KeyTask;
using Node = Cradle.Platform.Tests.Node;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The module over a database with nothing in it, SQLite or, where a server is given, PostgreSQL; officers act in it as in requests.</summary>
public abstract class GovernanceSuite(PostgreSqlServer? server) : IAsyncLifetime
{
    protected static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    protected static readonly DivisionCode Jilin = DivisionCode.Parse("22");
    private static readonly Lazy<PolicyPack> Pack = new(() => PackLoader.Load(Repository.PathOf("policies")));
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-governance-");
    private Node? node;

    private protected ManualTime Time { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected DateOnly Today => ChinaTime.Today(Time);

    public async ValueTask InitializeAsync()
    {
        // what migrations make is all modules; without one of them a start finds a model that no migration made
        if (server is null)
            MigratedDatabase.PutInto(state.FullName);
        var connection = server is null ? null : await server.CreateMigratedDatabaseAsync();
        node = await Node.StartAsync(
            services => _ = connection is null ? services.AddSqliteDatabase(InstalledModules.Mappings) : services.AddPostgreSqlDatabase(connection, InstalledModules.Mappings), state.FullName, Time, more: services =>
            {
                services.AddGovernance();
                services.AddScoped<ILiveFigures, CaseFigures>();
                services.AddSingleton(_ => Pack.Value);
                services.AddSingleton(_ => new DocumentTargets(TargetFile.Read(Repository.PathOf("policies")), Pack.Value));
                services.Configure<OutboxOptions>(options => (options.PollEvery, options.Batch) = (TimeSpan.FromDays(1000), 500));
            });
    }

    public async ValueTask DisposeAsync()
    {
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        state.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static readonly string[] Office = [GovernancePermissions.Read, GovernancePermissions.Compile];
    private protected static readonly string[] UnitOfficer = [GovernancePermissions.Read, GovernancePermissions.Report];
    private protected static readonly string[] Checker = [GovernancePermissions.Read, GovernancePermissions.Check];
    private protected static readonly string[] Supervisor = [GovernancePermissions.Read, GovernancePermissions.Supervise];
    private protected static readonly string[] Leader = [GovernancePermissions.Read, GovernancePermissions.Approve];

    /// <summary>Does something as an officer would in a request of its own.</summary>
    private protected Task<TResult> AsAsync<TService, TResult>(string officer, string[] permissions, Func<TService, Task<TResult>> act)
        where TService : notnull => AsAsync(officer, Authority.Over(DivisionCode.Nation, permissions), act);

    /// <summary>The same with what one role gives.</summary>
    private protected Task<TResult> AsRoleAsync<TService, TResult>(string officer, HeldRole role, Func<TService, Task<TResult>> act)
        where TService : notnull => AsAsync(officer, Authority.Of([role], node!.Services.GetRequiredService<PermissionCatalogue>()), act);

    private Task<TResult> AsAsync<TService, TResult>(string officer, Authority authority, Func<TService, Task<TResult>> act)
        where TService : notnull => node!.InScopeAsync(services =>
        {
            services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
            {
                Actor = new Actor(ActorKind.Officer, officer), Process = "governance.test", Correlation = Guid.CreateVersion7(Time.GetUtcNow()), Authority = authority,
            });
            return act(services.GetRequiredService<TService>());
        });

    private protected Task<TResult> InDatabaseAsync<TResult>(Func<PlatformDbContext, Task<TResult>> act) => node!.InScopeAsync(services => act(services.GetRequiredService<PlatformDbContext>()));

    private protected Task<KeyTask> TaskAsync(Guid id) =>
        InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments.OrderBy(assignment => assignment.Order)).Include(task => task.Evidence).SingleAsync(task => task.Id == id, Stop));

    private protected Task<KeyTask> RowAsync(int number) =>
        InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().Include(task => task.Assignments.OrderBy(assignment => assignment.Order)).Include(task => task.Evidence).SingleAsync(task => task.Number == number && task.Document == "001", Stop));

    protected static IReadOnlyDictionary<string, PolicyDocument> Documents => Pack.Value.Documents.ToDictionary();

    /// <summary>Does something that begins its own process, as a job does.</summary>
    private protected Task<TResult> InServicesAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull => node!.InScopeAsync(services => act(services.GetRequiredService<TService>()));

    private protected async Task DeliverAsync()
    {
        while (await node!.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop) > 0)
        {
            // until nothing waits
        }
    }

    private protected Task<bool> AuditHoldsAsync() => node!.InScopeAsync(async services => (await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop)).Holds);

    /// <summary>The directory of Changchun alone.</summary>
    private protected Task LoadUnitsAsync() => AsAsync<UnitService, object?>("office", Office, async units => await units.AddAsync(Changchun, Annex.Units.All, Stop));

    /// <summary>The directory and the matrix of Changchun, as they stand in the repository, in the ledger.</summary>
    private protected async Task LoadChangchunAsync()
    {
        await AsAsync<UnitService, object?>("office", Office, async units => await units.AddAsync(Changchun, [.. Annex.Units.All, new UnitEntry("市政府督查室", UnitKind.Department, ["督查室"])], Stop));
        var reading = Annex.Reader.Read(await File.ReadAllBytesAsync(Repository.PathOf("docs", "examples", "matrix", "changchun.csv"), Stop), "changchun.csv");
        var (tasks, error) = await AsAsync<MatrixService, (int, LedgerError?)>("office", Office, matrix => matrix.ImportAsync(Changchun, "001", 2026, reading, Stop));
        Assert.Equal((31, null), (tasks, error));
    }

    /// <summary>A row that is assigned, signed for and reported on, with one proof handed in by its first unit.</summary>
    private protected async Task<KeyTask> StartedRowAsync(int number)
    {
        var row = await RowAsync(number);
        var unit = row.Assignments[0].Unit;
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        await SignAsync(row.Id, unit);
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, unit, "已开展第一批工作", cancellationToken: Stop));
        await DoAsync("li", UnitOfficer, tasks => tasks.ProveAsync(row.Id, new ProofInput(unit, "实施细则", "长卫发〔2026〕1号"), Stop));
        return await TaskAsync(row.Id);
    }

    /// <summary>A task of its own matrix with a day, in progress at one unit.</summary>
    private protected async Task<KeyTask> DatedTaskAsync(DateOnly deadline)
    {
        var reading = Annex.Reader.Read(new Table([["序号", "主要任务", "责任单位", "完成时限"], ["1", "校长轮岗", "市教育局牵头负责", $"{deadline:yyyy-MM-dd}"]]));
        var (_, error) = await AsAsync<MatrixService, (int, LedgerError?)>("office", Office, matrix => matrix.ImportAsync(Changchun, "own", 2026, reading, Stop));
        Assert.Null(error);
        var row = await InDatabaseAsync(database => database.Set<KeyTask>().AsNoTracking().SingleAsync(task => task.Document == "own", Stop));
        await DoAsync("office", Office, tasks => tasks.AssignAsync(row.Id, row.Version, Stop));
        await SignAsync(row.Id, "市教育局");
        await DoAsync("li", UnitOfficer, tasks => tasks.ReportAsync(row.Id, "市教育局", "开始", cancellationToken: Stop));
        return await TaskAsync(row.Id);
    }

    /// <summary>Started, claimed, checked and struck off.</summary>
    private protected async Task CloseRowAsync(int number)
    {
        var row = await StartedRowAsync(number);
        await DoAsync("li", UnitOfficer, tasks => tasks.ClaimAsync(row.Id, row.Assignments[0].Unit, row.Version, reason: "其余单位的部分已汇总", cancellationToken: Stop));
        await DoAsync("wang", Checker, tasks => tasks.CheckAsync(row.Id, "市政府督查室", row.Evidence.Select(proof => proof.Id).ToHashSet(), row.Version + 1, null, Stop));
        await DoAsync("office", Office, tasks => tasks.CloseOutAsync(row.Id, row.Version + 2, Stop));
    }

    /// <summary>A unit's own officer signs for its part.</summary>
    private protected async Task SignAsync(Guid task, string unit, string officer = "li") =>
        Assert.Null(await AsRoleAsync<TaskService, LedgerError?>(officer, new HeldRole(Role.DepartmentOfficer, Changchun, unit), tasks => tasks.SignAsync(task, unit, cancellationToken: Stop)));

    private protected async Task DoAsync(string officer, string[] permissions, Func<TaskService, Task<LedgerError?>> act) => Assert.Null(await AsAsync(officer, permissions, act));

    private protected Task<LedgerError?> TryAsync(string officer, string[] permissions, Func<TaskService, Task<LedgerError?>> act) => AsAsync(officer, permissions, act);

    /// <summary>An account with a role, straight into the database: how accounts come to be is shown elsewhere.</summary>
    private protected Task<Guid> HolderAsync(string? unit, DivisionCode? division = null, Role role = Role.DepartmentOfficer) => AsAsync<IServiceProvider, Guid>("office", Office, async services =>
    {
        var (database, audit, now, name) = (services.GetRequiredService<PlatformDbContext>(), services.GetRequiredService<AuditTrail>(), Time.GetUtcNow(), Guid.NewGuid().ToString("N"));
        var account = new Account { Id = Guid.CreateVersion7(now), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Created = now, SecurityStamp = name };
        var grant = new RoleGrant { Id = Guid.CreateVersion7(now), AccountId = account.Id, Role = role, Division = division ?? Changchun, Unit = unit, State = GrantState.Active };
        database.AddRange(account, grant);
        audit.Record("created", account.AuditSubject);
        audit.Record("granted", grant.AuditSubject);
        await database.SaveChangesAsync(Stop);
        return account.Id;
    });
}
