using System.Collections.Frozen;

namespace Cradle.Platform.Access;

/// <summary>Every permission that the modules declare.</summary>
public sealed class PermissionCatalogue
{
    private readonly FrozenDictionary<string, Permission> permissions;

    /// <exception cref="InvalidOperationException">Two modules declare one name, or one is given by no role.</exception>
    public PermissionCatalogue(IEnumerable<Permission> declared)
    {
        var all = declared.ToList();
        if (all.GroupBy(permission => permission.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"The permission {twice.Key} is declared twice.");
        }

        if (all.Find(permission => permission is { IsOfEveryone: false, Roles.Count: 0 }) is { } dead)
        {
            throw new InvalidOperationException($"No role gives the permission {dead.Name}.");
        }

        permissions = all.ToFrozenDictionary(permission => permission.Name, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Permission> All => permissions.Values;

    /// <exception cref="InvalidOperationException">No module declares it.</exception>
    public Permission this[string name] =>
        permissions.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No module declares the permission {name}; call AddPermissions.");
}
