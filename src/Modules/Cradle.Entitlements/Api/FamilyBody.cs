using System.Text.Json;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>Reads a family from a request body; everything wrong becomes problem details that name field, reason and remedy.</summary>
internal static class FamilyBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 12 };

    public static async Task<(FamilyReading? Family, IResult? Problem)> ReadAsync(HttpRequest request, PolicyLibrary library)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            return Check(library.Reader.Read(document.RootElement, library.Today));
        }
        catch (JsonException exception)
        {
            return (null, Problem("The body is not valid JSON.", $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: check quotes, commas and brackets; nesting is at most 12 deep.", []));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Results.Problem("Send one family a request.", statusCode: exception.StatusCode, title: "The body is too large."));
        }
    }

    public static (FamilyReading? Family, IResult? Problem) Check(FamilyReading reading) =>
        reading.Facts is null ? (null, Problem("The family cannot be read.", "Each error names field, reason and remedy.", reading.Errors)) : (reading, null);

    private static IResult Problem(string title, string detail, IReadOnlyList<FactProblem> errors) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: title, extensions: new Dictionary<string, object?>
        {
            ["errors"] = errors.Select(error => new
            {
                field = error.Path,
                code = error.Code,
                reason = error.Reason.In(PolicyLibrary.Language),
                remedy = error.Remedy.In(PolicyLibrary.Language),
            }).ToList(),
        });
}
