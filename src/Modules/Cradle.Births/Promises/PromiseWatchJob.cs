using Cradle.Platform.Jobs;

namespace Cradle.Births.Promises;

/// <summary>Looks at promised papers at regular intervals.</summary>
internal sealed class PromiseWatchJob(PromiseWatch watch) : IBackgroundJob
{
    public Task RunAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);
}
