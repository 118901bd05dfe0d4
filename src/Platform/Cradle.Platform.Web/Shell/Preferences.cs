using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Cradle.Platform.Web.Shell;

/// <summary>What a reader chose for this browser: language, large text, place. Kept in cookies that name nobody.</summary>
public static class Preferences
{
    public const string LanguageCookie = "cradle.language";
    public const string ElderCookie = "cradle.elder";
    public const string PlaceCookie = "cradle.place";

    public static bool IsElder(HttpContext context) => context.Request.Cookies[ElderCookie] == "on";

    /// <summary>The value of the language cookie, in the format of the request localisation.</summary>
    internal static string LanguageValue(string culture) => CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture));

    /// <summary>Makes a place the one that the top bar shows.</summary>
    public static void KeepPlace(HttpContext context, Place place) => Keep(context, PlaceCookie, place.Code);

    internal static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
