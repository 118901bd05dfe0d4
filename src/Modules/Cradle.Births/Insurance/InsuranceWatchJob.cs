using Cradle.Births.Items;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Insurance;

/// <summary>Looks at the insurance of newborns at regular intervals; a child that two nodes look at is alerted by one.</summary>
internal sealed partial class InsuranceWatchJob(IServiceScopeFactory scopes, TimeProvider time, IOptions<ItemOptions> options, ILogger<InsuranceWatchJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookAtInsuranceEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<InsuranceWatch>().LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);   // what was not told now is told at the next round
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The insurance of newborns could not be looked at; trying again at the next round")]
    private partial void Failed(Exception exception);
}
