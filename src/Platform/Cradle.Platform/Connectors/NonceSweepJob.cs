using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Connectors;

/// <summary>Forgets nonces whose time is over: a request that old is refused by its timestamp.</summary>
internal sealed partial class NonceSweepJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<NonceSweepJob> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var now = time.GetUtcNow();
                await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<ConnectorNonce>().Where(nonce => nonce.Expires < now).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired nonces could not be deleted; trying again at the next round")]
    private partial void Failed(Exception exception);
}
