using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.PostgreSql;

/// <summary>The database of a production installation; several nodes share it.</summary>
public static class PostgreSqlProvider
{
    public static IServiceCollection AddPostgreSqlDatabase(this IServiceCollection services, string connectionString) =>
        services.AddDbContext<PlatformDbContext>(options => Use(options, connectionString));

    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(
            connectionString,
            postgreSql => postgreSql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name));
}
