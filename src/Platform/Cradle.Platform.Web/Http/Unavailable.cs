using Cradle.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// Says 503 and when to come back where the disk is full, or the database locked or away: the request was not carried out, and the
/// transaction of what it had begun is undone. Anything else goes on as the failure that it is.
/// </summary>
internal sealed partial class Unavailable(RequestDelegate next, IEnumerable<StorageFault> faults, ILogger<Unavailable> logger)
{
    private const string Seconds = "30";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && StorageFault.IsIn(exception, faults))
        {
            Away(exception, context.Request.Method, LoggedPath.Of(context.Request.Path));
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = Seconds;
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "{Method} {Path}: the storage is full, locked or away; answered 503")]
    private partial void Away(Exception exception, string method, string path);
}
