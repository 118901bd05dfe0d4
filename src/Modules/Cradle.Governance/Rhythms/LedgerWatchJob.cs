using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cradle.Governance.Rhythms;

/// <summary>Looks after every place that has set a rhythm, at regular intervals.</summary>
internal sealed partial class LedgerWatchJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<LedgerWatchJob> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was not done now is done at the next round.
                Failed(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        await using var list = scopes.CreateAsyncScope();
        foreach (var division in await list.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Rhythm>().Select(rhythm => rhythm.Division).ToListAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LedgerWatch>().LookAsync(division, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledgers could not be looked after; trying again at the next round")]
    private partial void Failed(Exception exception);
}
