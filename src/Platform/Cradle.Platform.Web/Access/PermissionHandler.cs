using Microsoft.AspNetCore.Authorization;

namespace Cradle.Platform.Web.Access;

/// <summary>Lets through who holds the permission anywhere.</summary>
internal sealed class PermissionHandler(SignedIn signedIn) : AuthorizationHandler<RequirePermissionAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequirePermissionAttribute requirement)
    {
        if (signedIn.Account?.Authority.Has(requirement.Permission) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
