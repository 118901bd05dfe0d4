using System.Reflection;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Sqlite;

/// <summary>The database inside the process: one file in the state folder.</summary>
public static class SqliteProvider
{
    /// <summary>The file in the state folder.</summary>
    public const string FileName = "cradle.db";

    private static readonly SqliteWait Waiting = new();

    // As https://www.sqlite.org/rescode.html numbers them.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Failed = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, params Assembly[] modules)
    {
        services.AddSingleton<IDatabasePreparation, SqlitePreparation>();
        services.Configure<OutboxOptions>(outbox => outbox.AtOnce = 1);   // there is one writer: lanes beside each other would only wait for it, and families with them
        services.AddSingleton(new StorageFault(exception => exception is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Failed or Full or CannotOpen }));
        services.AddSingleton(new WriteCollision(exception => exception is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken }));
        return services.AddDbContext<PlatformDbContext>(
            (provider, options) => Use(options, Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.State, FileName), modules), optionsLifetime: ServiceLifetime.Singleton);
    }

    /// <summary>The model is the platform's and that of the modules whose assemblies are named.</summary>
    public static void Use(DbContextOptionsBuilder options, string file, params Assembly[] modules)
    {
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file }.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name));
        // SQLite rebuilds a table outside a transaction; a start that was killed meanwhile is told by its migration lock, so a warning at every first start helps nobody
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        options.AddInterceptors(Waiting);
        PlatformDbContext.Configure(options, modules);
    }
}
