using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Items;

/// <summary>Asks departments how requests stand of which nothing was heard for long: an answer that got lost is found this way.</summary>
public sealed partial class ItemPollJob(IServiceScopeFactory scopes, TimeProvider time, IOptions<ItemOptions> options, ILogger<ItemPollJob> logger) : BackgroundService
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.AskEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception);
            }
        }
    }

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

    [LoggerMessage(Level = LogLevel.Error, Message = "Departments could not be asked how requests stand; trying again at the next round")]
    private partial void Failed(Exception exception);
}
