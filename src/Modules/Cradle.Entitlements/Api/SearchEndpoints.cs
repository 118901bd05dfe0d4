using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Entitlements.Search;
using Cradle.Primitives;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary>Search over clauses and over divisions.</summary>
internal static class SearchEndpoints
{
    private const int GreatestNumberOfDivisions = 400;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/clauses", (PolicyIndex index, PolicySearch search, string? q, string? document, string? kind, int? page, int? size) =>
                PageOf.Answer(Clauses(index, search, q, document, kind), page, size))
            .WithName("searchClauses").WithTags("Policy").WithSummary("Clauses of all documents; with q those that have the words, best first.")
            .Produces<Listing<ClauseSummary>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/divisions", (PolicyLibrary library, string? q, string? parent, int? page, int? size) => Divisions(library, q, parent, page, size))
            .WithName("searchDivisions").WithTags("Divisions").WithSummary("Administrative divisions by name or by the division they lie in; provinces without either.")
            .Produces<Listing<DivisionEntry>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static IReadOnlyList<ClauseSummary> Clauses(PolicyIndex index, PolicySearch search, string? q, string? document, string? kind)
    {
        var query = SearchQuery.Of(q);
        var found = query.IsEmpty
            ? index.Documents.SelectMany(one => one.Clauses).Select(clause => DocumentEndpoints.Summary(clause, index))
            : search.Find(query, PolicyLibrary.Language).Hits.Where(hit => hit.Entry.Clause is not null).Select(hit => DocumentEndpoints.Summary(hit.Entry.Clause!, index, hit.Passage));
        return [.. found.Where(clause => (document is null || clause.Document == document) && (kind is null || clause.Kinds.Contains(kind)))];
    }

    private static IResult Divisions(PolicyLibrary library, string? q, string? parent, int? page, int? size)
    {
        var above = DivisionCode.Nation;
        if (parent is not null && (!DivisionCode.TryParse(parent, out above) || library.Divisions.Find(above) is null))
            return ApiErrors.Invalid([new FieldProblem("parent", "division", Wording.Say("没有这个行政区划。", "There is no such division."), Wording.Say("写2、4或6位代码，如 22。", "Give 2, 4 or 6 digits, e.g. 22."))]);
        IEnumerable<Division> found = string.IsNullOrWhiteSpace(q)
            ? library.Divisions.Children(above)
            : library.Divisions.Search(q.Length > SearchQuery.MaximumLength ? q[..SearchQuery.MaximumLength] : q, GreatestNumberOfDivisions).Where(division => parent is null || above.Contains(division.Code) && division.Code != above);
        var withRules = library.Pack.Divisions.Select(Names.Code).ToHashSet();
        return PageOf.Answer([.. found.Select(division => new DivisionEntry(division.Code.ToString(), division.Code.Level, new(division.NameZh, division.NameEn),
            new(library.Divisions.FullNameZh(division.Code) ?? division.NameZh, library.Divisions.FullNameEn(division.Code) ?? division.NameEn),
            division.Code.Parent?.ToString(), withRules.Contains(division.Code.ToString())))], page, size);
    }
}
