using System.Reflection;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cradle.Platform.PostgreSql;

/// <summary>The database of a production installation; several nodes share it.</summary>
public static class PostgreSqlProvider
{
    // A tenth of the connections that a pool has unless told otherwise.
    private const int WritersAtOnce = 10;

    public static IServiceCollection AddPostgreSqlDatabase(this IServiceCollection services, string connectionString, params Assembly[] modules) =>
        services.AddSingleton<IDatabasePreparation, PostgreSqlPreparation>()
            .AddSingleton(new StorageFault(IsFault))
            .AddSingleton(new WriteCollision(IsCollision))
            .AddSingleton(_ => new WriterGate(WritersAtOnce))
            .AddDbContext<PlatformDbContext>(options => Use(options, connectionString, modules), optionsLifetime: ServiceLifetime.Singleton);

    // Full disk, too many connections, shutting down, locks not available; and a server that is not there.
    private static bool IsFault(Exception exception) => exception switch
    {
        PostgresException known => known.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.IoError,
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } => true,
        _ => false,
    };

    private static bool IsCollision(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The model is the platform's and that of the modules whose assemblies are named.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString, params Assembly[] modules)
    {
        options.UseNpgsql(
            ConnectionDefaults.Of(connectionString),
            postgreSql => postgreSql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name));
        PlatformDbContext.Configure(options, modules);
    }
}
