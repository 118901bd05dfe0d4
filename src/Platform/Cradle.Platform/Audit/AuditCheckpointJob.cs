using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Audit;

/// <summary>Writes a checkpoint whenever the chain has grown since the last one.</summary>
internal sealed partial class AuditCheckpointJob(
    IServiceScopeFactory scopes, AuditCheckpoints checkpoints, TimeProvider time, ILogger<AuditCheckpointJob> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private long last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);
            }
        }
    }

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var head = await database.Set<AuditHead>().AsNoTracking().SingleAsync(stoppingToken);
        if (head.Sequence > last)
        {
            checkpoints.Write(time.GetUtcNow(), head.Sequence, head.Hash);
            last = head.Sequence;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No audit checkpoint could be written; trying again at the next round")]
    private partial void Failed(Exception exception);
}
