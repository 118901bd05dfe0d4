using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary><c>POST /api/v1/entitlements</c>: a family in, its outcomes out; the contract is docs/api.md.</summary>
internal static class EntitlementEndpoints
{
    private const int LongestShown = 64;

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

    /// <param name="request">The request.</param>
    /// <param name="library">The policy.</param>
    /// <param name="explain">Whether each outcome says why.</param>
    /// <param name="quantities">Ids of the quantities wanted, a comma between them; all without it.</param>
    private static async Task<IResult> Evaluate(HttpRequest request, PolicyLibrary library, bool explain = false, string? quantities = null)
    {
        var only = quantities?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (Unknown(only, library) is { } unknown)
            return ApiProblem.Invalid([unknown]);
        var (document, problem) = await JsonBody.ReadAsync(request);
        if (document is null)
            return problem!;
        using (document)
        {
            var family = library.Reader.Read(document.RootElement, library.Today);
            if (family.Facts is null)
                return ApiProblem.Invalid(ApiErrors.Of(family.Errors));
            var answer = library.Evaluate(family.Facts, only);
            var explainer = library.Explainer;
            Func<Outcome, Reason?>? because = explain ? explainer.Reasons(family.Facts) : null;
            return new AnswerResult(answer, family.Warnings, PolicyLibrary.Language, because);
        }
    }

    private static FieldProblem? Unknown(HashSet<string>? only, PolicyLibrary library)
    {
        if (only is null)
            return null;
        var unknown = only.Except(library.Policy.Quantities.Select(quantity => quantity.Header.Id)).FirstOrDefault();
        return only.Count == 0
            ? new FieldProblem("quantities", "count", Wording.Say("没有写任何项目。", "No quantity is named."), Wording.Say("写成 maternity-leave,parental-leave；要全部就不写这个参数。", "Write maternity-leave,parental-leave, or leave it out for all."))
            : unknown is null ? null
            : new FieldProblem("quantities", "choice", Wording.Say($"没有叫“{Shown(unknown)}”的项目。", $"There is no quantity “{Shown(unknown)}”."), Wording.Say("编号在 /api/v1/quantities 里查。", "Look the ids up at /api/v1/quantities."));
    }

    private static string Shown(string id) => id.Length <= LongestShown ? id : id[..LongestShown] + "…";
}
