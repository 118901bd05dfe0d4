using Cradle.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Drafts;

/// <summary>Deletes expired drafts.</summary>
internal sealed partial class DraftSweepJob(DraftStore drafts, ILogger<DraftSweepJob> logger) : IBackgroundJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var deleted = await drafts.SweepAsync(cancellationToken);
        if (deleted > 0)
        {
            Swept(deleted);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Deleted} expired drafts deleted")]
    private partial void Swept(int deleted);
}
