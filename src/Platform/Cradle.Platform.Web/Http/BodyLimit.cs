using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Cradle.Platform.Web.Http;

/// <summary>
/// Answers 413 with words where a body is larger than its address takes. A browser reads no answer before it has sent everything, so what it sends is taken
/// and thrown away: left alone, the server would close the connection and the browser show its own page of a broken line.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    // More than any form or photograph: who sends that sends it to nobody.
    private const long MostTaken = 1L << 30;

    public async Task InvokeAsync(HttpContext context)
    {
        if (LimitOf(context) is not { } limit || context.Request.ContentLength is not { } length || length <= limit)
        {
            await next(context);
            return;
        }

        context.Items[typeof(BodyLimit)] = limit;
        if (length > MostTaken)
            context.Response.Headers.Connection = "close";
        else if (!context.Request.Headers.ContainsKey(HeaderNames.Expect))   // who asks first, is told before anything is sent
            await TakeAsync(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    /// <summary>The limit that a request was over; null where it was over none.</summary>
    public static long? Exceeded(HttpContext context) => context.Items[typeof(BodyLimit)] as long?;

    private static async Task TakeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    // The smallest of what the server, the endpoint and the form take.
    private static long? LimitOf(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var form = context.Request.HasFormContentType ? metadata?.GetMetadata<RequestFormLimitsAttribute>()?.MultipartBodyLengthLimit : null;
        long?[] limits = [metadata?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize, form, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize];
        return limits.Min();
    }
}
