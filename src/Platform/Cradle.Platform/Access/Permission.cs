using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Access;

/// <summary>Something that may be done, by its stable name, and the roles that give it.</summary>
/// <param name="Name">Module and act: <c>births.decide</c>. A constant, because pages name it in an attribute.</param>
/// <param name="Roles">The roles that give it, each where it was granted.</param>
public sealed record Permission(string Name, params IReadOnlyList<Role> Roles)
{
    /// <summary>What everybody may do who has signed in, for the own account alone.</summary>
    public static Permission OfEveryone(string name) => new(name) { IsOfEveryone = true };

    public bool IsOfEveryone { get; private init; }
}

/// <summary>Registration of permissions by modules.</summary>
public static class PermissionRegistration
{
    /// <summary>Declares permissions; a page or endpoint may require only what is declared.</summary>
    public static IServiceCollection AddPermissions(this IServiceCollection services, params IEnumerable<Permission> permissions)
    {
        foreach (var permission in permissions)
        {
            services.AddSingleton(permission);
        }

        return services;
    }
}
