using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Data;

/// <summary>Brings the database up to date before anything else starts.</summary>
internal sealed partial class DatabaseStartup(IServiceProvider services, ILogger<DatabaseStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database;
        var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        foreach (var migration in pending)
        {
            Migrating(migration);
        }

        var preparation = scope.ServiceProvider.GetRequiredService<IDatabasePreparation>();
        await preparation.PrepareAsync(database, cancellationToken);
        try
        {
            if (pending.Count > 0)   // the framework would first build the model of the last migration and compare it, and then find that out
            {
                await database.MigrateAsync(cancellationToken);
            }
        }
        finally
        {
            await preparation.ReleaseAsync(database);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Database: applying {Migration}")]
    private partial void Migrating(string migration);
}
