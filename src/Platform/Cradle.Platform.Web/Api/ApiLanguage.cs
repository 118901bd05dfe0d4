using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Cradle.Platform.Web.Api;

/// <summary><c>?lang=en</c> chooses the language of an answer of the API: a program has no cookie of ours.</summary>
internal sealed class ApiLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var asked = httpContext.Request.Path.StartsWithSegments(CradleApi.Root) ? (string?)httpContext.Request.Query["lang"] : null;
        return Task.FromResult(asked switch
        {
            "en" => new ProviderCultureResult(Wording.English),
            "zh" or Wording.Chinese => new ProviderCultureResult(Wording.Chinese),
            _ => null,
        });
    }
}
