using System.Text.Json;
using Cradle.Platform.Connectors;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Platform.Web.Connectors;

/// <summary>Marks an endpoint that takes signed requests of partners only.</summary>
internal sealed class SignedByPartner;

/// <summary>What endpoints of the connector share.</summary>
public static class ConnectorEndpoints
{
    /// <summary>The group that either side maps its part of the contract into: nobody signs in there, every request is signed.</summary>
    public static RouteGroupBuilder MapConnector(this IEndpointRouteBuilder routes) =>
        routes.MapGroup(DepartmentContract.Root).AllowAnonymous().WithMetadata(new SignedByPartner()).WithTags("Connector");

    /// <summary>Applies what a partner sent once, and answers a further try as the first.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="context">The request; its signature has been checked.</param>
    /// <param name="apply">Changes what has to be changed, without saving, and gives status and body of the answer.</param>
    public static async Task<IResult> TakeAsync(this ConnectorInbox inbox, HttpContext context, Func<CancellationToken, Task<(int Status, object Body)>> apply)
    {
        var (request, error) = await inbox.TakeAsync((ConnectorCaller)context.Items[typeof(ConnectorCaller)]!, apply, context.RequestAborted);
        return request is null
            ? ApiProblem.Of(StatusCodes.Status409Conflict, ConnectorWords.Of(error!))
            : Results.Text(request.Answer, "application/json", statusCode: request.Status);
    }

    /// <summary>Who sent the request.</summary>
    public static string PartnerOf(HttpContext context) => ((ConnectorCaller)context.Items[typeof(ConnectorCaller)]!).Partner;

    /// <summary>Reads the body; null where it is not what the contract says.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ConnectorJson.Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
