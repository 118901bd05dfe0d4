using Cradle.Births;
using Cradle.Departments;
using Cradle.Governance;
using Cradle.Platform;
using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Processes;
using Cradle.Platform.Sqlite;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Governance;

/// <summary>The module over a database of its own in a temporary folder, or over an empty one in PostgreSQL, with a clock that the command moves.</summary>
internal sealed class LedgerSite : IAsyncDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-ledger-");
    private readonly ServiceProvider services;

    private LedgerSite(MovedClock clock, string? connection)
    {
        Clock = clock;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddPlatform(options => (options.State, options.Data) = (state.FullName, Path.GetDirectoryName(Folders.Divisions)!));
        _ = connection is null ? collection.AddSqliteDatabase(InstalledModules.Mappings) : collection.AddPostgreSqlDatabase(connection, InstalledModules.Mappings);
        collection.AddGovernance();
        services = collection.BuildServiceProvider();
    }

    public MovedClock Clock { get; }

    public IServiceProvider Services => services;

    public static async Task<LedgerSite> OpenAsync(DateTimeOffset start, CancellationToken cancellationToken, string? connection = null)
    {
        var site = new LedgerSite(new MovedClock(start), connection);
        await site.InDatabaseAsync(async database =>
        {
            await database.Database.MigrateAsync(cancellationToken);
            return true;
        });
        return site;
    }

    /// <summary>Does something as somebody would in a request.</summary>
    public Task<TResult> AsAsync<TService, TResult>(string officer, IReadOnlyList<string> permissions, Func<TService, Task<TResult>> act)
        where TService : notnull => AsAsync(officer, Authority.Over(DivisionCode.Nation, permissions), act);

    /// <summary>The same as the officer of a unit.</summary>
    public Task<TResult> AsUnitAsync<TService, TResult>(DivisionCode division, string unit, Func<TService, Task<TResult>> act)
        where TService : notnull => AsAsync("unit", Authority.Of([new HeldRole(Role.DepartmentOfficer, division, unit)], services.GetRequiredService<PermissionCatalogue>()), act);

    public async Task<TResult> InDatabaseAsync<TResult>(Func<PlatformDbContext, Task<TResult>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        state.Delete(recursive: true);
    }

    private async Task<TResult> AsAsync<TService, TResult>(string officer, Authority authority, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Officer, officer), Process = "governance.drill", Correlation = Guid.CreateVersion7(Clock.GetUtcNow()), Authority = authority,
        });
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateOnly day) => now = new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero);
}
