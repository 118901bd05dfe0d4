using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Governance.Rhythms;

/// <summary>Looks after every place that has set a rhythm.</summary>
internal sealed class LedgerWatchJob(IServiceScopeFactory scopes) : IBackgroundJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var list = scopes.CreateAsyncScope();
        foreach (var division in await list.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Rhythm>().Select(rhythm => rhythm.Division).ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LedgerWatch>().LookAsync(division, cancellationToken);
        }
    }
}
