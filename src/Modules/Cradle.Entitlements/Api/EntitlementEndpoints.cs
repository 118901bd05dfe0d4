using System.Text.Json;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary><c>POST /api/v1/entitlements</c>: a family in, its outcomes out; the contract is docs/api.md.</summary>
internal static class EntitlementEndpoints
{
    public const int MaximumBytes = 256 * 1024;

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/entitlements", Evaluate)
            .WithName("evaluateEntitlements")
            .WithSummary("Everything a family is entitled to, with dates and clauses.")
            .Accepts<JsonElement>("application/json")
            .Produces<JsonElement>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
            .WithMetadata(new RequestSizeLimitAttribute(MaximumBytes));

    private static async Task<IResult> Evaluate(HttpRequest request, PolicyLibrary library, bool explain = false)
    {
        var (family, problem) = await FamilyBody.ReadAsync(request, library);
        if (family is null)
            return problem!;
        var answer = library.Evaluator.Evaluate(family.Facts!);
        var explainer = library.Explainer;
        Func<Outcome, string?>? because = explain ? outcome => explainer.Because(outcome, Evaluator.FrameOf(outcome, family.Facts!)) : null;
        return new AnswerResult(answer, family.Warnings, PolicyLibrary.Language, because);
    }
}
