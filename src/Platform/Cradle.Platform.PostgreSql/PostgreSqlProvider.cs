using System.Reflection;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.PostgreSql;

/// <summary>The database of a production installation; several nodes share it.</summary>
public static class PostgreSqlProvider
{
    public static IServiceCollection AddPostgreSqlDatabase(this IServiceCollection services, string connectionString, params Assembly[] modules) =>
        services.AddSingleton<IDatabasePreparation, PostgreSqlPreparation>()
            .AddDbContext<PlatformDbContext>(options => Use(options, connectionString, modules));

    /// <summary>The model is the platform's and that of the modules whose assemblies are named.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString, params Assembly[] modules)
    {
        options.UseNpgsql(
            connectionString,
            postgreSql => postgreSql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name));
        ModuleMappings.AddTo(options, modules);
    }
}
