using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>The phone that nobody holds in a demonstration: what it would show stands on the page instead. Only there where there are demo accounts.</summary>
public sealed class DemoPhone(PlatformDbContext database, FieldVault vault, TimeProvider time)
{
    /// <summary>What the phone was sent for a registration; null where it was sent nothing, or that is over.</summary>
    public async Task<string?> ShowsAsync(Guid proof, CancellationToken cancellationToken = default) =>
        await database.Set<PhoneProof>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == proof, cancellationToken) is { } sent && sent.Expires > time.GetUtcNow() ? PhoneCodeSender.TextOf(sent, vault) : null;
}
