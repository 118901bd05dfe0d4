using Cradle.Platform.Jobs;

namespace Cradle.Platform.Deadlines;

/// <summary>Looks at deadlines at regular intervals; what one round did not tell the next one tells.</summary>
internal sealed class DeadlineJob(DeadlineWatch watch) : IBackgroundJob
{
    public Task RunAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);
}
