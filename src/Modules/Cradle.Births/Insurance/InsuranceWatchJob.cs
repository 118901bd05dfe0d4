using Cradle.Platform.Jobs;

namespace Cradle.Births.Insurance;

/// <summary>Looks at the insurance of newborns at regular intervals.</summary>
internal sealed class InsuranceWatchJob(InsuranceWatch watch) : IBackgroundJob
{
    public Task RunAsync(CancellationToken cancellationToken) => watch.LookAsync(cancellationToken);
}
