using Cradle.Platform.Data;
using Cradle.Platform.Jobs;

namespace Cradle.Platform.Telemetry;

/// <summary>Counts what waits, for the gauges.</summary>
internal sealed class BacklogJob(Backlog backlog, PlatformDbContext database) : IBackgroundJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public Task RunAsync(CancellationToken cancellationToken) => backlog.ReadAsync(database, cancellationToken);
}
