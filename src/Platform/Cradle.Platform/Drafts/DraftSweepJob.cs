using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Drafts;

/// <summary>Deletes expired drafts, at start-up and then at regular intervals. Several nodes may do so at once without harm.</summary>
internal sealed partial class DraftSweepJob(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<DraftOptions> options, ILogger<DraftSweepJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var deleted = await scope.ServiceProvider.GetRequiredService<DraftStore>().SweepAsync(stoppingToken);
            if (deleted > 0)
            {
                Swept(deleted);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A database that is away for a moment must not end the job; the next round deletes the same drafts.
            Failed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Deleted} expired drafts deleted")]
    private partial void Swept(int deleted);

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired drafts could not be deleted; trying again at the next round")]
    private partial void Failed(Exception exception);
}
