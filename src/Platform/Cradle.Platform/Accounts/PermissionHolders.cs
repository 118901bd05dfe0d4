using Cradle.Platform.Access;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Accounts;

/// <summary>Finds who may do something in a place: those who stand nearest to it, or those above them.</summary>
public sealed class PermissionHolders(PlatformDbContext database, PermissionCatalogue catalogue)
{
    /// <summary>The accounts of the smallest division around a place that holds the permission; none where nobody does.</summary>
    public Task<IReadOnlyList<Guid>> NearestAsync(string permission, DivisionCode division, string? unit, CancellationToken cancellationToken = default) =>
        FindAsync(permission, division, unit, above: false, cancellationToken);

    /// <summary>The accounts of the divisions above that one.</summary>
    public Task<IReadOnlyList<Guid>> AboveAsync(string permission, DivisionCode division, string? unit, CancellationToken cancellationToken = default) =>
        FindAsync(permission, division, unit, above: true, cancellationToken);

    private async Task<IReadOnlyList<Guid>> FindAsync(string permission, DivisionCode division, string? unit, bool above, CancellationToken cancellationToken)
    {
        var roles = catalogue[permission].Roles;
        var grants = await database.Grants.AsNoTracking().Where(grant => grant.State == GrantState.Active && roles.Contains(grant.Role)).ToListAsync(cancellationToken);
        var covering = grants.Where(grant => grant.Held.Covers(division, unit)).ToList();
        var nearest = covering.Count == 0 ? DivisionLevel.None : covering.Max(grant => grant.Division.Level);
        return [.. covering.Where(grant => above ? grant.Division.Level < nearest : grant.Division.Level == nearest).Select(grant => grant.AccountId).Distinct()];
    }
}
