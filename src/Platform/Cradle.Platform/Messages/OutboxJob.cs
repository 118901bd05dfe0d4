using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Messages;

/// <summary>Keeps the dispatcher going on this node.</summary>
internal sealed partial class OutboxJob(OutboxDispatcher dispatcher, TimeProvider time, IOptions<OutboxOptions> options, ILogger<OutboxJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollEvery, time);
        do
        {
            try
            {
                while (await dispatcher.DeliverAsync(stoppingToken) == options.Value.Batch)
                {
                    // there may be more
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database that is away for a moment must not end the job: what was not delivered is still there.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages could not be delivered; trying again at the next round")]
    private partial void Failed(Exception exception);
}
