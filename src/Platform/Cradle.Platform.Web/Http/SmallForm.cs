using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cradle.Platform.Web.Http;

/// <summary>A form of a few short fields, read by an endpoint. What cannot be read is the sender's fault and no failure of ours: a status, never an exception.</summary>
internal static class SmallForm
{
    /// <summary>The most that such a form weighs.</summary>
    public const int MaximumBytes = 64 * 1024;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 32, KeyLengthLimit = 256, ValueLengthLimit = MaximumBytes, MultipartBodyLengthLimit = MaximumBytes, MultipartHeadersCountLimit = 8 };

    /// <summary>The form, or the status that says why there is none.</summary>
    public static async Task<(IFormCollection? Form, int Status)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return (null, StatusCodes.Status400BadRequest);
        if (request.ContentLength > MaximumBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        try
        {
            return (await new FormFeature(request, Limits).ReadFormAsync(request.HttpContext.RequestAborted), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return (null, exception.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
    }
}
