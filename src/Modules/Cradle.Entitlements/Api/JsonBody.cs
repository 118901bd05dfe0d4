using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cradle.Entitlements.Api;

/// <summary>Reads a body as a JSON document: anything malformed becomes problem details before a rule sees it.</summary>
internal static class JsonBody
{
    /// <summary>One family is some kilobytes; this is generous.</summary>
    public const int MaximumBytes = 256 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 12 };

    public static async Task<(JsonDocument? Document, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (Refused(request) is { } header)
            return (null, ApiErrors.NotTaken(header));
        try
        {
            var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            if (Broken(document.RootElement) is not { } broken)
                return (document, null);
            document.Dispose();
            return (null, broken);
        }
        catch (JsonException exception)
        {
            return (null, ApiErrors.NotJson(exception.LineNumber, exception.BytePositionInLine));
        }
    }

    /// <summary>The header that says the body is something else; null where it is JSON as we take it.</summary>
    private static string? Refused(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? HeaderNames.ContentType
        : request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity" ? HeaderNames.ContentEncoding
        : null;

    // The parser takes bytes that are no UTF-8, and an escaped half of a surrogate pair; reading either as text throws.
    private static IResult? Broken(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (!Utf8.IsValid(raw))
            return ApiErrors.NotUtf8();
        if (raw.IndexOf("\\u"u8) < 0)
            return null;
        try
        {
            Visit(element);
            return null;
        }
        catch (InvalidOperationException)
        {
            return ApiErrors.BrokenText();
        }

        static void Visit(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        Visit(item);
                    break;
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        _ = member.Name;
                        Visit(member.Value);
                    }

                    break;
            }
        }
    }
}
