using Cradle.Platform.Access;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Platform.Web.Api;

/// <summary><c>/api/v1/tokens</c>: a name, a password and, where the account has one, a code of the second factor for a bearer token.</summary>
internal static class TokenEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/tokens").WithTags("Tokens");
        group.MapPost("", IssueAsync).WithName("issueToken").AllowAnonymous().RequireRateLimiting(SignInLimits.Policy)
            .WithSummary("A bearer token for a user name, a password and a code of the second factor.")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapPost("/refresh", RefreshAsync).WithName("refreshToken").AllowAnonymous().RequireRateLimiting(SignInLimits.Policy)
            .WithSummary("A new bearer token for a refresh token.")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/account", Account).WithName("ownAccount").WithTags("Tokens").RequirePermission(PlatformPermissions.OwnAccount)
            .WithSummary("Who the token stands for: roles, where they are held, and what they give.")
            .Produces<AccountAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> IssueAsync(TokenRequest request, SignInService signIn)
    {
        FieldProblem[] absent = [.. BodyErrors.Absent(("userName", request.UserName), ("password", request.Password))];
        if (absent.Length > 0)
            return ApiProblem.Invalid(absent);
        var outcome = await signIn.ForTokenAsync(request.UserName, request.Password, request.Code);
        return outcome == SignInOutcome.SignedIn ? Results.Empty : ApiProblem.Of(StatusCodes.Status401Unauthorized, TokenErrors.Of(outcome));
    }

    private static async Task<IResult> RefreshAsync(RefreshRequest request, SignInService signIn) =>
        BodyErrors.Absent(("refreshToken", request.RefreshToken)).ToList() is { Count: > 0 } absent ? ApiProblem.Invalid(absent)
        : await signIn.RefreshAsync(request.RefreshToken) is { } principal ? Results.SignIn(principal, authenticationScheme: IdentityConstants.BearerScheme)
        : ApiProblem.Of(StatusCodes.Status401Unauthorized, TokenErrors.RefreshEnded());

    private static AccountAnswer Account(SignedIn signedIn, PermissionCatalogue catalogue) => new(
        signedIn.Account!.Id, signedIn.Account.DisplayName, signedIn.Account.Lack,
        [.. signedIn.Authority.Roles.Select(role => new RoleAnswer(role.Role, role.Division.ToString(), role.Unit))],
        [.. catalogue.All.Select(permission => permission.Name).Where(signedIn.Authority.Has).Order(StringComparer.Ordinal)]);
}
