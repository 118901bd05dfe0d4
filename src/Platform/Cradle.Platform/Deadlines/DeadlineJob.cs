using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Deadlines;

/// <summary>Looks at the deadlines at regular intervals.</summary>
internal sealed partial class DeadlineJob(IServiceScopeFactory scopes, TimeProvider time, IOptions<DeadlineOptions> options, ILogger<DeadlineJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DeadlineWatch>().LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was not told now is told at the next round.
                Failed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadlines could not be looked at; trying again at the next round")]
    private partial void Failed(Exception exception);
}
