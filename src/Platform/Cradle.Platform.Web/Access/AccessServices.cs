using System.Security.Claims;
using Cradle.Platform.Accounts;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Access;

/// <summary>Cookies for pages, bearer tokens for the API, permissions for both.</summary>
internal static class AccessServices
{
    private const string ByAddress = "Cradle";

    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, scheme => scheme.ForwardDefaultSelector = context => SchemeOf(context.Request.Path))
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(SetSession);
                cookies.TwoFactorUserIdCookie!.Configure(cookie => SetCookie(cookie, "cradle.code"));
            });
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.OnRefreshingPrincipal = KeepSecondFactor);
        services.AddAuthorization();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<SignedIn>();
        services.AddScoped<SignInService>();
        services.AddSingleton<HeldRoleText>();
    }

    // The API takes no cookie, so a foreign page cannot make a browser call it.
    private static string SchemeOf(PathString path) => path.StartsWithSegments(CradleApi.Root) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;

    private static void SetSession(CookieAuthenticationOptions cookie)
    {
        SetCookie(cookie, "cradle.account");
        cookie.ExpireTimeSpan = SignInService.IdleTime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = AccountLinks.SignIn;
        cookie.ReturnUrlParameter = AccountLinks.Back;
        cookie.Events.OnRedirectToAccessDenied = SayWhatIsLacking;
        cookie.Events.OnRedirectToLogin = AskToSignIn;
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
    }

    // Every half hour the framework makes the principal of a session anew from the account, which does not know how the session began.
    private static Task KeepSecondFactor(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (SignedIn.HasShownSecondFactor(refreshing.CurrentPrincipal) && refreshing.NewPrincipal?.Identity is ClaimsIdentity { IsAuthenticated: true } anew)
            anew.AddClaim(SignedIn.SecondFactorShown);
        return Task.CompletedTask;
    }

    // By the path alone: the framework's address begins with the host that the request names, which anybody can write.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> asked)
    {
        asked.Response.Redirect(new Uri(asked.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }

    // 403 where it was asked for; what the person can mend is offered at once.
    private static Task SayWhatIsLacking(RedirectContext<CookieAuthenticationOptions> denied)
    {
        var lack = denied.HttpContext.RequestServices.GetRequiredService<SignedIn>().Account?.Lack;
        if (AccountLinks.Mends(lack ?? Lack.Nothing) is { } page)
            denied.Response.Redirect(denied.Request.PathBase + page);
        else
            denied.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
