using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Cradle.Platform.Web.Api;

/// <summary>
/// The language of an answer of the API: <c>?lang=en</c>, else what <c>Accept-Language</c> likes best of ours, else Chinese.
/// A program has no cookie of ours.
/// </summary>
internal sealed class ApiLanguage : RequestCultureProvider
{
    public const string Parameter = "lang";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Path.StartsWithSegments(CradleApi.Root) && Of(httpContext.Request) is { } language ? new ProviderCultureResult(language) : null);

    /// <summary>The culture that a word names; null where it is none of ours.</summary>
    public static string? Named(string? word) => word switch
    {
        "en" => Wording.English,
        "zh" or Wording.Chinese => Wording.Chinese,
        _ => null,
    };

    private static string? Of(HttpRequest request)
    {
        if (request.Query[Parameter] is { Count: > 0 } asked)
            return Named(asked[0]);
        if (request.Headers.AcceptLanguage.Count == 0)
            return null;
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1))
            if (accepted.Quality is not 0 && accepted.Value.Value?.Split('-')[0].ToLowerInvariant() is ("en" or "zh") and var first)
                return Named(first);
        return null;
    }
}
