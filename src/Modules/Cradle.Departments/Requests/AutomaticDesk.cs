using System.Globalization;
using Cradle.Platform.Access;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Departments.Requests;

/// <summary>Takes requests up and completes them without an officer: for demonstrations and drills, by <c>Department:Automatic</c>.</summary>
internal sealed class AutomaticDesk(IServiceScopeFactory scopes, TimeProvider time) : IBackgroundJob
{
    private const int Batch = 20;
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await OpenAsync(cancellationToken))
            await StepAsync(id, cancellationToken);
    }

    private async Task<List<Guid>> OpenAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<ReceivedRequest>()
            .Where(request => request.State == RequestState.Received || request.State == RequestState.Processing).OrderBy(request => request.Id).Take(Batch).Select(request => request.Id).ToListAsync(stoppingToken);
    }

    private async Task StepAsync(Guid id, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = Actor.System("automatic-desk"), Process = "departments.automatic", Correlation = Guid.CreateVersion7(time.GetUtcNow()),
            Authority = Authority.Over(DivisionCode.Nation, DepartmentsModule.Decide),
        });
        var request = await services.GetRequiredService<PlatformDbContext>().Set<ReceivedRequest>().AsNoTracking().SingleAsync(row => row.Id == id, stoppingToken);
        var decision = request.State == RequestState.Received
            ? new Decision { Action = RequestAction.Accept, Version = request.Version }
            : new Decision { Action = RequestAction.Complete, Version = request.Version, Number = NumberOf(request) };
        await services.GetRequiredService<RequestService>().DecideAsync(id, decision, stoppingToken);
    }

    // The same request has the same number however often the desk gets to it.
    private static string NumberOf(ReceivedRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"DEMO-{request.Division}-{request.Id.ToString("N")[^12..].ToUpperInvariant()}");
}
