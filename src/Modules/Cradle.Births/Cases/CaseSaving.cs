using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Cases;

/// <summary>Saves what a service has added, or says in words of the module why nothing was.</summary>
internal static class CaseSaving
{
    /// <param name="database">What holds the changes; after a failure it has forgotten them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="taken">What it means when a unique index refuses; without one that is a failure of ours.</param>
    /// <returns>Null after the commit; that somebody else was faster; or <paramref name="taken"/>.</returns>
    public static async Task<CaseError?> SaveOrSayAsync(this PlatformDbContext database, CancellationToken cancellationToken, CaseError? taken = null)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.Forget();
            return new CaseError.NotMoved(new MoveError.Changed(0));
        }
        catch (DbUpdateException) when (taken is not null)
        {
            database.Forget();
            return taken;
        }
    }
}
