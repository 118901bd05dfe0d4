using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Connectors;

/// <summary>Forgets nonces whose time is over: a request that old is refused by its timestamp.</summary>
internal sealed class NonceSweepJob(PlatformDbContext database, TimeProvider time) : IBackgroundJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.Set<ConnectorNonce>().Where(nonce => nonce.Expires < now).ExecuteDeleteAsync(cancellationToken);
    }
}
