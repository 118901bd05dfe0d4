using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Cradle.Platform.Web.Access;

/// <summary>
/// What it takes to reach a page or an endpoint: a permission that a module has declared. Every one of them carries this or
/// <see cref="AllowAnonymousAttribute"/>; with neither it is refused, and a test names it. Where the permission is held is asked when the data is.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(string permission) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>The same for endpoints.</summary>
public static class RequirePermissionConventions
{
    /// <summary>Requires a permission of an endpoint or of a group.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequirePermissionAttribute(permission));
}
