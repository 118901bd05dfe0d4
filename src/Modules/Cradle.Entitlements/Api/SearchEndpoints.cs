using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Entitlements.Search;
using Cradle.Primitives;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
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
                Problems(index, q, document, kind) is { Count: > 0 } errors ? ApiProblem.Invalid(errors) : PageOf.Answer(Clauses(index, search, q, document, kind), page, size))
            .WithName("searchClauses").WithTags("Policy").WithSummary("Clauses of all documents; with q those that have the words, best first.")
            .Produces<Listing<ClauseSummary>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/divisions", (PolicyLibrary library, string? q, string? parent, int? page, int? size) => Divisions(library, q, parent, page, size))
            .WithName("searchDivisions").WithTags("Divisions").WithSummary("Administrative divisions by name or by the division they lie in; provinces without either.")
            .Produces<Listing<DivisionEntry>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static List<FieldProblem> Problems(PolicyIndex index, string? q, string? document, string? kind) =>
        [.. new[] { TooLong(q), ApiErrors.NotListed("document", document, index.Documents.Select(one => one.Id)), ApiErrors.NotListed("kind", kind, PolicyWords.KnownKinds) }.OfType<FieldProblem>()];

    private static FieldProblem? TooLong(string? q) => q is null || q.Length <= SearchQuery.MaximumLength ? null : new FieldProblem("q", "tooLong",
        Wording.Say($"查找的词超过{SearchQuery.MaximumLength}个字。", $"The words are longer than {SearchQuery.MaximumLength} characters."), Wording.Say("只写几个关键的词。", "Give a few key words."));

    private static IReadOnlyList<ClauseSummary> Clauses(PolicyIndex index, PolicySearch search, string? q, string? document, string? kind)
    {
        var query = SearchQuery.Of(q, search.Places);
        var found = query.IsEmpty
            ? index.Documents.SelectMany(one => one.Clauses).Select(clause => DocumentEndpoints.Summary(clause, index))
            : search.Find(query, PolicyLibrary.Language).Hits.Where(hit => hit.Entry.Clause is not null).Select(hit => DocumentEndpoints.Summary(hit.Entry.Clause!, index, hit.Passage));
        return [.. found.Where(clause => (document is null || clause.Document == document) && (kind is null || clause.Kinds.Contains(kind)))];
    }

    private static IResult Divisions(PolicyLibrary library, string? q, string? parent, int? page, int? size)
    {
        if (TooLong(q) is { } tooLong)
            return ApiProblem.Invalid([tooLong]);
        var above = DivisionCode.Nation;
        if (parent is not null)
        {
            var (code, errors, retired) = library.Reader.ReadDivision(parent, "parent");
            if (code is null || retired.Count > 0)   // a list of the divisions within says nothing of the code it was asked for
                return ApiProblem.Invalid(ApiErrors.Of([.. errors, .. retired]));
            above = DivisionCode.Parse(parent);
        }

        IEnumerable<Division> found = string.IsNullOrWhiteSpace(q)
            ? library.Divisions.Children(above)
            : library.Divisions.Search(q, GreatestNumberOfDivisions).Where(division => parent is null || above.Contains(division.Code) && division.Code != above);
        var withRules = library.Pack.Divisions.Select(Names.Code).ToHashSet();
        return PageOf.Answer([.. found.Select(division => new DivisionEntry(division.Code.ToString(), division.Code.Level, new(division.NameZh, division.NameEn),
            new(library.Divisions.FullNameZh(division.Code) ?? division.NameZh, library.Divisions.FullNameEn(division.Code) ?? division.NameEn),
            division.Code.Parent?.ToString(), withRules.Contains(division.Code.ToString())))], page, size);
    }
}
