using Cradle.Platform.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Platform.Web.Shell;

/// <summary>The switches of the top bar: a small form, a cookie, and back to where one was. No script is needed.</summary>
internal static class PreferenceEndpoints
{
    public const string Route = "/preferences";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Route, ChangeAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(SmallForm.MaximumBytes));

    // No antiforgery token: the worst a foreign page could do is switch the language, and a token would make every page uncacheable.
    private static async Task<IResult> ChangeAsync(HttpContext context, PlaceMenu places)
    {
        var (form, status) = await SmallForm.ReadAsync(context.Request);
        if (form is null)
            return TypedResults.StatusCode(status);

        if ((string?)form["language"] is Wording.Chinese or Wording.English)
            Preferences.Keep(context, Preferences.LanguageCookie, Preferences.LanguageValue(form["language"]!));
        if ((string?)form["elder"] is "on" or "off")
            Preferences.Keep(context, Preferences.ElderCookie, form["elder"]!);
        if (places.Find(form["place"]) is { } place)
            Preferences.KeepPlace(context, place);

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = IsPathOfOurs(form["back"]) ? (string?)form["back"] : "/";
        return TypedResults.Empty;
    }

    // A header takes ASCII only; the layout writes the path escaped.
    private static bool IsPathOfOurs(string? back) =>
        RedirectHttpResult.IsLocalUrl(back) && back[0] == '/' && back.All(char.IsAscii);
}
