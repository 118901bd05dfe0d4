using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Platform.Web.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Departments.Requests;

/// <summary>The department's side of the connector contract.</summary>
internal static class RequestEndpoints
{
    public static void Map(RouteGroupBuilder connector)
    {
        connector.MapPost("/requests", ReceiveAsync).WithName("request").WithSummary("Asks the department to do something.")
            .Accepts<DepartmentRequest>("application/json").Produces<DepartmentAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status409Conflict);
        connector.MapPost("/requests/{id:guid}/cancellation", CancelAsync).WithName("cancelRequest").WithSummary("Withdraws a request that is not decided.")
            .Produces<DepartmentAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        connector.MapGet("/requests/{id:guid}", StatusAsync).WithName("requestStatus").WithSummary("How a request stands.")
            .Produces<DepartmentAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, ConnectorInbox inbox, RequestService service, TimeProvider time)
    {
        var sent = await ConnectorEndpoints.ReadAsync<DepartmentRequest>(context);
        return await inbox.TakeAsync(context, async cancellationToken =>
            Answer(await service.ReceiveAsync(ConnectorEndpoints.PartnerOf(context), sent, cancellationToken), StatusCodes.Status202Accepted, time));
    }

    private static Task<IResult> CancelAsync(Guid id, HttpContext context, ConnectorInbox inbox, RequestService service, TimeProvider time) =>
        inbox.TakeAsync(context, async cancellationToken =>
            Answer(await service.CancelAsync(ConnectorEndpoints.PartnerOf(context), id, cancellationToken), StatusCodes.Status200OK, time));

    private static async Task<IResult> StatusAsync(Guid id, HttpContext context, PlatformDbContext database, TimeProvider time) =>
        await database.FindAsync<ReceivedRequest>([id], context.RequestAborted) is { } request && request.Partner == ConnectorEndpoints.PartnerOf(context)
            ? Results.Json(request.AnswerAt(time.GetUtcNow()), ConnectorJson.Options)
            : ApiProblem.Of(StatusCodes.Status404NotFound, Problem(new RequestError.Missing()));

    private static (int, object) Answer((ReceivedRequest? Request, RequestError? Error) outcome, int status, TimeProvider time) => outcome switch
    {
        ({ } request, _) => (status, request.AnswerAt(time.GetUtcNow())),
        (_, RequestError.Missing error) => (StatusCodes.Status404NotFound, Problem(error)),
        (_, RequestError.Malformed error) => (StatusCodes.Status400BadRequest, Problem(error)),
        var (_, error) => (StatusCodes.Status409Conflict, Problem(error!)),
    };

    private static FieldProblem Problem(RequestError error) => error switch
    {
        RequestError.Malformed(var field) => new(field, "malformed", Wording.Say("这一项缺少，或者不合约定。", "This member is missing, or not as the contract says."), Wording.Say("对照 /openapi/connector-v1.json。", "Compare /openapi/connector-v1.json.")),
        RequestError.Missing => new("id", "missing", Wording.Say("没有这个请求。", "There is no such request."), Wording.Say("核对编号。", "Check the id.")),
        RequestError.NotMoved(MoveError.Illegal illegal) => new("state", illegal.State, Wording.Say("已经办完或退回，不能再撤。", "It is decided and can no longer be withdrawn."), Wording.Say("查看它现在的状态。", "Read how it stands.")),
        _ => new("state", "changed", Wording.Say("刚刚有人办理了它。", "Somebody has just decided it."), Wording.Say("查看它现在的状态。", "Read how it stands.")),
    };
}
