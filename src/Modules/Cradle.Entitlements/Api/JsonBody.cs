using System.Text.Json;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cradle.Entitlements.Api;

/// <summary>Reads a body as a JSON document: anything malformed becomes problem details before a rule sees it.</summary>
internal static class JsonBody
{
    /// <summary>One family is some kilobytes; this is generous.</summary>
    public const int MaximumBytes = 256 * 1024;

    public static async Task<(JsonDocument? Document, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (Refused(request) is { } header)
            return (null, ApiErrors.NotTaken(header));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var (document, problem) = StrictJson.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        return (document, problem is null ? null : ApiProblem.Of(StatusCodes.Status400BadRequest, ApiErrors.Of([problem])[0]));
    }

    /// <summary>The header that says the body is something else; null where it is JSON as we take it.</summary>
    private static string? Refused(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? HeaderNames.ContentType
        : request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity" ? HeaderNames.ContentEncoding
        : null;
}
