using System.Diagnostics;
using Cradle.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Web.Http;

/// <summary>One line a request: method, path, status, milliseconds. Never the query string or the body, which hold what families answer.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, Measures measures, TimeProvider time)
{
    private const string NoRoute = "(none)";

    public async Task InvokeAsync(HttpContext context)
    {
        var (method, path, start) = (context.Request.Method, context.Request.Path, time.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            var took = time.GetElapsedTime(start);
            Answered(method, LoggedPath.Of(path), context.Response.StatusCode, took.TotalMilliseconds);
            var route = context.Items[typeof(RequestLog)] as string ?? NoRoute;
            measures.Requested(route, method, context.Response.StatusCode, took);
            if (Activity.Current is { IsAllDataRequested: true } span)
            {
                span.DisplayName = $"{method} {route}";
                span.SetTag("http.response.status_code", context.Response.StatusCode);
            }
        }
    }

    /// <summary>Keeps the route that was asked for: after an error the one of the error page stands in its place.</summary>
    public static Task KeepRouteAsync(HttpContext context, RequestDelegate next)
    {
        context.Items.TryAdd(typeof(RequestLog), RouteOf(context.GetEndpoint()));
        return next(context);
    }

    // The template, never the path: addresses hold ids, and a stranger could make as many as he likes.
    private static string RouteOf(Endpoint? endpoint) => endpoint switch
    {
        _ when endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null => "(asset)",
        RouteEndpoint route => "/" + route.RoutePattern.RawText?.TrimStart('/'),
        _ => NoRoute,
    };

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} answered {Status} in {Elapsed:0.0} ms")]
    private partial void Answered(string method, string path, int status, double elapsed);
}
