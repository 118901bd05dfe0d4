using Cradle.Platform.Connectors;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Births.Items;

/// <summary>Where departments answer.</summary>
internal static class AnswerEndpoints
{
    public static void Map(RouteGroupBuilder connector) =>
        connector.MapPost("/answers", AnswerAsync).WithName("answer").WithSummary("Says how a request stands. A late or doubled answer is taken without effect.")
            .Accepts<DepartmentAnswer>("application/json").Produces<AnswerReceipt>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> AnswerAsync(HttpContext context, ConnectorInbox inbox, ItemService items)
    {
        var answer = await ConnectorEndpoints.ReadAsync<DepartmentAnswer>(context);
        return await inbox.TakeAsync(context, async cancellationToken =>
            answer is not null && await items.ApplyAsync(ConnectorEndpoints.PartnerOf(context), answer, cancellationToken) is { } applied
                ? (StatusCodes.Status200OK, new AnswerReceipt(applied))
                : (StatusCodes.Status400BadRequest, (object)new FieldProblem("$", "malformed", Wording.Say("不合约定，或者没有这个请求。", "It is not as the contract says, or you have no such request."), Wording.Say("办结要带编号，退回和不予办理要带理由；对照 /openapi/connector-v1.json。", "Done needs a number, returned and refused a reason; compare /openapi/connector-v1.json."))));
    }
}
