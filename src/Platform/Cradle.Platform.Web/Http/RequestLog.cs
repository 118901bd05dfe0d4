using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Http;

/// <summary>One line a request: method, path, status, milliseconds. Never the query string or the body, which hold what families answer.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (method, path, start) = (context.Request.Method, context.Request.Path, time.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            Answered(method, LoggedPath.Of(path), context.Response.StatusCode, time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} answered {Status} in {Elapsed:0.0} ms")]
    private partial void Answered(string method, string path, int status, double elapsed);
}
