using Cradle.Entitlements.Api.Contracts;
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
    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/entitlements", Evaluate)
            .WithName("evaluateEntitlements")
            .WithTags("Families")
            .WithSummary("Everything a family is entitled to, with dates and clauses.")
            .WithDescription("An absent member means \"not known\", never false or zero. Nothing is kept of the family.")
            .Accepts<Family>("application/json")
            .Produces<FamilyAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithMetadata(new RequestSizeLimitAttribute(JsonBody.MaximumBytes));

    private static async Task<IResult> Evaluate(HttpRequest request, PolicyLibrary library, bool explain = false)
    {
        var (document, problem) = await JsonBody.ReadAsync(request);
        if (document is null)
            return problem!;
        using (document)
        {
            var family = library.Reader.Read(document.RootElement, library.Today);
            if (family.Facts is null)
                return ApiErrors.Invalid(ApiErrors.Of(family.Errors));
            var answer = library.Evaluator.Evaluate(family.Facts);
            var explainer = library.Explainer;
            Func<Outcome, string?>? because = explain ? outcome => explainer.Because(outcome, Evaluator.FrameOf(outcome, family.Facts)) : null;
            return new AnswerResult(answer, family.Warnings, PolicyLibrary.Language, because);
        }
    }
}
