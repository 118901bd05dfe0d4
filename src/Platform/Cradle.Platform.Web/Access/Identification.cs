using System.Diagnostics;
using System.Security.Claims;
using Cradle.Platform.Processes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Access;

/// <summary>
/// Between routing and authorisation: refuses what declares nobody who may reach it, reads who has signed in, and begins the
/// process that everything in the request is written in.
/// </summary>
internal sealed partial class Identification(RequestDelegate next, TimeProvider time, ILogger<Identification> logger)
{
    public async Task InvokeAsync(HttpContext context, SignedIn signedIn, ProcessScope process)
    {
        // The framework answers wrong methods and content types by endpoints of its own; those are no route's.
        var endpoint = context.GetEndpoint();
        var required = endpoint?.Metadata.GetMetadata<RequirePermissionAttribute>();
        if (endpoint is RouteEndpoint && required is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            Undeclared(endpoint.DisplayName);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (required is not null && context.User.Identity is { IsAuthenticated: true })
        {
            if (await signedIn.ReadAsync(context.User, context.RequestAborted))
                process.Begin(Context(signedIn, required.Permission));
            else
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }

    private ProcessContext Context(SignedIn signedIn, string permission) => new()
    {
        Actor = signedIn.Account!.ActorFor(permission),
        Division = signedIn.Account.RoleFor(permission)?.Division ?? default,
        Unit = signedIn.Account.RoleFor(permission)?.Unit,
        Process = permission,
        Correlation = Activity.Current is { } activity ? Guid.ParseExact(activity.TraceId.ToHexString(), "N") : Guid.CreateVersion7(time.GetUtcNow()),
        Authority = signedIn.Authority,
    };

    [LoggerMessage(1, LogLevel.Error, "{Endpoint} declares neither a permission nor that it is open to anyone; it is refused")]
    private partial void Undeclared(string? endpoint);
}
