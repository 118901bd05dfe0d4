using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Shell;

/// <summary>Where a switch of the top bar leads back to: the page that the reader asked for, even when an error page answered.</summary>
public static class ReturnPath
{
    public static string Of(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
            return new PathString(failed.OriginalPathBase).Add(failed.OriginalPath).ToUriComponent() + failed.OriginalQueryString;

        var path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } thrown ? new PathString(thrown) : request.Path;
        return request.PathBase.Add(path).ToUriComponent() + request.QueryString.ToUriComponent();
    }
}
