using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>Reads a body as a JSON document: anything malformed becomes problem details before a rule sees it.</summary>
internal static class JsonBody
{
    /// <summary>One family is some kilobytes; this is generous.</summary>
    public const int MaximumBytes = 256 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 12 };

    public static async Task<(JsonDocument? Document, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            if (IsWhole(document.RootElement))
                return (document, null);
            document.Dispose();
            return (null, ApiErrors.BrokenText());
        }
        catch (JsonException exception)
        {
            return (null, ApiErrors.NotJson(exception.LineNumber, exception.BytePositionInLine));
        }
    }

    // The parser takes an escaped half of a surrogate pair; reading it as text throws.
    private static bool IsWhole(JsonElement element)
    {
        try
        {
            Visit(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
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
