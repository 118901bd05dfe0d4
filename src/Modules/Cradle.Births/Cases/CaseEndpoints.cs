using Cradle.Platform.Access;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Births.Cases;

/// <summary>Newborn cases over the API: what the pages do, for programs that act for a person who signed in.</summary>
internal static class CaseEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/births").WithTags("Births");
        Errors(group.MapPost("/cases", SubmitAsync)).WithName("submitNewbornForm").RequirePermission(BirthsModule.Apply)
            .WithSummary("Takes a newborn's form in; one case a child, everything that is wrong at once.").Produces<IReadOnlyList<CaseAnswer>>();
        Errors(group.MapGet("/cases/{id:guid}", ReadAsync)).WithName("newbornCase").RequirePermission(BirthsModule.Apply)
            .WithSummary("How a case of one's own stands.").Produces<CaseAnswer>();
        Errors(group.MapPost("/cases/{id:guid}/withdrawal", WithdrawAsync)).WithName("withdrawNewbornCase").RequirePermission(BirthsModule.Apply)
            .WithSummary("Withdraws a case of which nothing has been done.").Produces<CaseAnswer>();
        Errors(group.MapGet("/reconciliation", ReconcileAsync)).WithName("newbornReconciliation").RequirePermission(BirthsModule.Supervise)
            .WithSummary("Whether every case with a receipt is accounted for, and what hangs.").Produces<ReconciliationReport>();
    }

    internal static RouteHandlerBuilder Errors(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> SubmitAsync(CaseRequest request, CaseIntake intake, CaseReader reader, CancellationToken cancellationToken)
    {
        var (form, unread) = request.Read();
        if (unread.Count > 0)
            return Problem(new CaseError.Form(RequestFields.Together(unread, intake.Problems(form))));
        var (cases, error) = await intake.SubmitAsync(request.Key, form, cancellationToken);
        if (error is not null)
            return Problem(error);
        var answers = new List<CaseAnswer>();
        foreach (var one in cases)
            answers.Add(await reader.AnswerAsync(one, cancellationToken));
        return Results.Ok(answers);
    }

    private static async Task<IResult> ReadAsync(Guid id, CaseService cases, CaseReader reader, CancellationToken cancellationToken) =>
        await cases.OwnAsync(id, cancellationToken) is { } one ? Results.Ok(await reader.AnswerAsync(one, cancellationToken)) : Problem(new CaseError.Missing());

    private static async Task<IResult> WithdrawAsync(Guid id, WithdrawalRequest request, CaseService cases, CaseReader reader, CancellationToken cancellationToken) =>
        await cases.WithdrawAsync(id, request.Version, cancellationToken) is { } error ? Problem(error) : await ReadAsync(id, cases, reader, cancellationToken);

    private static async Task<IResult> ReconcileAsync(CaseReconciliation reconciliation, SignedIn signedIn, CancellationToken cancellationToken) =>
        Results.Ok(await reconciliation.ReadAsync(signedIn.Authority.RolesGiving(BirthsModule.Supervise), cancellationToken));

    internal static IResult Problem(CaseError error) => error switch
    {
        CaseError.Form form => ApiProblem.Invalid([.. form.Problems.Select(problem => new FieldProblem(problem.Field, problem.Code, problem.Reason.ToString(), problem.Remedy.ToString()))]),
        CaseError.Missing => ApiProblem.Of(StatusCodes.Status404NotFound, Field("id", "missing", error)),
        CaseError.NotMoved(MoveError.Forbidden) => ApiProblem.Of(StatusCodes.Status403Forbidden, Field("id", "forbidden", error)),
        _ => ApiProblem.Of(StatusCodes.Status409Conflict, Field("state", "notPossible", error)),
    };

    private static FieldProblem Field(string field, string code, CaseError error) =>
        new(field, code, CaseWords.Of(error).ToString(), Wording.Say("看过最新情况再办。", "Read how it stands and decide again."));
}
