using System.Reflection;
using Cradle.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Sqlite;

/// <summary>The database inside the process: one file in the state folder.</summary>
public static class SqliteProvider
{
    /// <summary>The file in the state folder.</summary>
    public const string FileName = "cradle.db";

    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, params Assembly[] modules)
    {
        services.AddSingleton<IDatabasePreparation, SqlitePreparation>();
        return services.AddDbContext<PlatformDbContext>((provider, options) =>
            Use(options, Path.Combine(provider.GetRequiredService<IOptions<PlatformOptions>>().Value.State, FileName), modules));
    }

    /// <summary>The model is the platform's and that of the modules whose assemblies are named.</summary>
    public static void Use(DbContextOptionsBuilder options, string file, params Assembly[] modules)
    {
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file }.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name));
        ModuleMappings.AddTo(options, modules);
    }
}
