using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>A random mark that tells one browser from another, so that each has one run at a time. It names nobody and ends with the session.</summary>
internal static class AnalystCookie
{
    private const string Name = "cradle.analyst";
    private const int Length = 32;

    public static string Of(HttpContext context)
    {
        if (context.Request.Cookies[Name] is { Length: Length } mark)
            return mark;
        mark = Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(Name, mark, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/policy/rehearsal" });
        return mark;
    }
}
