using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Audit;

/// <summary>Writes a checkpoint whenever the chain has grown since the last one that this node wrote.</summary>
internal sealed class AuditCheckpointJob(PlatformDbContext database, AuditCheckpoints checkpoints, TimeProvider time) : IBackgroundJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var head = await database.Set<AuditHead>().AsNoTracking().SingleAsync(cancellationToken);
        if (head.Sequence > checkpoints.Last)
        {
            checkpoints.Write(time.GetUtcNow(), head.Sequence, head.Hash);
        }
    }
}
