using Cradle.Primitives;

namespace Cradle.Platform.Access;

/// <summary>A role held for a division and everything below it, or for one unit there.</summary>
public sealed record HeldRole(Role Role, DivisionCode Division, string? Unit = null)
{
    public bool Covers(DivisionCode division, string? unit) => Division.Contains(division) && (Unit is null || Unit == unit);
}

/// <summary>What somebody may do, and where: the roles held, read through the permissions they give.</summary>
public sealed class Authority
{
    private readonly Dictionary<string, IReadOnlyList<HeldRole>> held;

    private Authority(Dictionary<string, IReadOnlyList<HeldRole>> held, IReadOnlyList<HeldRole> roles) => (this.held, Roles) = (held, roles);

    /// <summary>Of a job, a message handler, or somebody unknown: nothing.</summary>
    public static Authority None { get; } = new([], []);

    /// <summary>The roles that count at present.</summary>
    public IReadOnlyList<HeldRole> Roles { get; }

    /// <summary>Of an account with these roles.</summary>
    public static Authority Of(IReadOnlyList<HeldRole> roles, PermissionCatalogue catalogue) => new(
        catalogue.All.Select(permission => (permission, Given: (IReadOnlyList<HeldRole>)[.. roles.Where(role => permission.Roles.Contains(role.Role))]))
            .Where(row => row.permission.IsOfEveryone || row.Given.Count > 0)
            .ToDictionary(row => row.permission.Name, row => row.Given, StringComparer.Ordinal),
        roles);

    /// <summary>Of somebody who holds some permissions in a place, whatever the role: for tests and for connectors.</summary>
    public static Authority Over(DivisionCode division, params IEnumerable<string> permissions)
    {
        IReadOnlyList<HeldRole> roles = [new(Role.DepartmentOfficer, division)];
        return new(permissions.ToDictionary(name => name, _ => roles, StringComparer.Ordinal), roles);
    }

    /// <summary>Whether the permission is held anywhere. What it may be used on is asked by <see cref="Covers"/>.</summary>
    public bool Has(string permission) => held.ContainsKey(permission);

    /// <summary>Whether the permission is held for this place and unit.</summary>
    public bool Covers(string permission, DivisionCode division, string? unit = null) => RolesGiving(permission).Any(role => role.Covers(division, unit));

    /// <summary>Whether the permission is held for a thing: for its place and unit, or for the place whose people may see to it for now.</summary>
    public bool Covers(string permission, IInScope thing) =>
        Covers(permission, thing.Division, thing.Unit) || (thing is IAlsoInScope { AlsoIn: { } also } && Covers(permission, also));

    /// <summary>The roles that give the permission: where a list has to look. See <see cref="ScopeQueries.Within"/>.</summary>
    public IReadOnlyList<HeldRole> RolesGiving(string permission) => held.GetValueOrDefault(permission) ?? [];
}
