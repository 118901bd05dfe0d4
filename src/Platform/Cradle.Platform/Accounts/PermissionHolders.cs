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

    /// <summary>The accounts that hold the permission for some units of a place; those nearest to it that hold it without a unit where no unit has anybody.</summary>
    public async Task<IReadOnlyList<Guid>> OfUnitsAsync(string permission, DivisionCode division, IReadOnlyCollection<string> units, CancellationToken cancellationToken = default)
    {
        var own = (await HeldAsync(permission, cancellationToken)).Where(grant => grant.Division == division && grant.Unit is { } unit && units.Contains(unit)).Select(grant => grant.AccountId).Distinct().ToList();
        return own.Count > 0 ? own : await NearestAsync(permission, division, null, cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> FindAsync(string permission, DivisionCode division, string? unit, bool above, CancellationToken cancellationToken)
    {
        var covering = (await HeldAsync(permission, cancellationToken)).Where(grant => grant.Held.Covers(division, unit)).ToList();
        var nearest = covering.Count == 0 ? DivisionLevel.None : covering.Max(grant => grant.Division.Level);
        return [.. covering.Where(grant => above ? grant.Division.Level < nearest : grant.Division.Level == nearest).Select(grant => grant.AccountId).Distinct()];
    }

    private Task<List<RoleGrant>> HeldAsync(string permission, CancellationToken cancellationToken)
    {
        var roles = catalogue[permission].Roles;
        return database.Grants.AsNoTracking().Where(grant => grant.State == GrantState.Active && roles.Contains(grant.Role)).ToListAsync(cancellationToken);
    }
}
