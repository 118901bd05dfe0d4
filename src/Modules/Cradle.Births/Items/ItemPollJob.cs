using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Items;

/// <summary>Asks departments how requests stand of which nothing was heard for long: an answer that got lost is found this way.</summary>
public sealed class ItemPollJob(IServiceScopeFactory scopes, TimeProvider time, IOptions<ItemOptions> options) : IBackgroundJob
{
    private const int Batch = 50;

    /// <summary>One round.</summary>
    /// <returns>How many departments' requests were asked about.</returns>
    public async Task<int> AskAsync(CancellationToken cancellationToken)
    {
        var silent = await SilentAsync(cancellationToken);
        foreach (var id in silent)
            await AskAsync(id, cancellationToken);
        return silent.Count;
    }

    Task IBackgroundJob.RunAsync(CancellationToken cancellationToken) => AskAsync(cancellationToken);

    private async Task<List<Guid>> SilentAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - options.Value.AskAfter;
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<CaseItem>()
            .Where(item => (item.State == ItemState.Sent || item.State == ItemState.Processing) && item.HeardAt < before)
            .OrderBy(item => item.HeardAt).Take(Batch).Select(item => item.Id).ToListAsync(cancellationToken);
    }

    private async Task AskAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var database = services.GetRequiredService<PlatformDbContext>();
        var item = await database.Set<CaseItem>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        if (services.GetRequiredService<Partners>().For(item.Service, item.Division) is not { Address: not null } partner)
            return;
        var reply = await services.GetRequiredService<ConnectorClient>().SendAsync(partner, HttpMethod.Get, DepartmentContract.Status(item.Request), null, $"{item.Request:N}-status", cancellationToken);
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext { Actor = new Actor(ActorKind.Department, partner.Name), Process = "births.poll", Correlation = Guid.CreateVersion7(time.GetUtcNow()) });
        if (reply.Succeeded && await services.GetRequiredService<ItemService>().ApplyAsync(partner.Name, reply.Read<DepartmentAnswer>(), cancellationToken) == true)
            await database.SaveChangesAsync(cancellationToken);
        else
            await database.Set<CaseItem>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.HeardAt, time.GetUtcNow()), cancellationToken);
    }
}
