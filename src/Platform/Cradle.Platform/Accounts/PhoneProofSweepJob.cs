using Cradle.Platform.Data;
using Cradle.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Forgets codes, and the numbers they were sent to, an hour after they are over: until then they count against asking again.</summary>
internal sealed class PhoneProofSweepJob(PlatformDbContext database, TimeProvider time) : IBackgroundJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var over = time.GetUtcNow() - PhoneRegistration.Counted;
        return database.Set<PhoneProof>().Where(proof => proof.Expires < over).ExecuteDeleteAsync(cancellationToken);
    }
}
