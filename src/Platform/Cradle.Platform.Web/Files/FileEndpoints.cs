using Cradle.Platform.Access;
using Cradle.Platform.Files;
using Cradle.Platform.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Platform.Web.Files;

/// <summary><c>GET /files/{id}</c>: a file for who may open it, never shown within the site's own pages.</summary>
public static class FileEndpoints
{
    /// <summary>The address of a file.</summary>
    public static string LinkTo(Guid id) => $"~/files/{id}";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/files/{id:guid}", DownloadAsync).RequirePermission(PlatformPermissions.Files).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(Guid id, FileStore files, HttpContext context, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(id, cancellationToken) is not { } opened)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(opened.Content, opened.File.Kind.MediaType(), opened.Name);
    }
}
