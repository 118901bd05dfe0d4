using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary>Documents, their clauses, and the national law behind them.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/documents", (PolicyIndex index) => Results.Ok(Listed(index, index.Documents)))
            .WithName("listDocuments").WithTags("Policy").WithSummary("The policy documents.")
            .Produces<Listing<DocumentSummary>>().ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/norms", (PolicyIndex index) => Results.Ok(Listed(index, index.Norms)))
            .WithName("listNorms").WithTags("Policy").WithSummary("National law and rules behind the documents; not yet checked against their official texts.")
            .Produces<Listing<DocumentSummary>>().ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/documents/{id}", (string id, PolicyIndex index) => Document(id, id, index))
            .WithName("getDocument").WithTags("Policy").WithSummary("A document with its clauses and its responsibility matrix.")
            .Produces<DocumentDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/norms/{id}", (string id, PolicyIndex index) => Document($"norms/{id}", id, index))
            .WithName("getNorm").WithTags("Policy").WithSummary("A law or rule with its articles.")
            .Produces<DocumentDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/documents/{id}/clauses/{number}", Clause)
            .WithName("getClause").WithTags("Policy").WithSummary("A clause: paraphrase, rules, services, tasks, and where the way breaks off.")
            .Produces<ClauseDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    internal static ClauseSummary Summary(Clause clause, PolicyIndex index, string? passage = null) =>
        new(clause.Document, clause.Number, clause.Title, clause.Part, clause.Kinds, clause.Strength, index.RulesOf(clause.Citation).Count, passage);

    private static Listing<DocumentSummary> Listed(PolicyIndex index, IReadOnlyList<PolicyDocument> documents) => new(
        [.. documents.Select(document => new DocumentSummary(document.Id, document.Short, document.Title, document.Number, Names.Code(document.Division), document.Standing,
            document.Confirmed, document.Issued, document.Clauses.Count, index.RulesOf(document).Count))], 1, documents.Count, documents.Count);

    private static IResult Document(string id, string asked, PolicyIndex index) => index.Document(id) is { } document
        ? Results.Ok(new DocumentDetail(
            document.Id, document.Short, document.Title, document.Number, document.Issuer, Names.Code(document.Division), document.Standing, document.Confirmed, document.Issued,
            document.From, document.Until, document.Says, document.Note, document.Signatories, [.. document.Clauses.Select(clause => Summary(clause, index))],
            [.. document.Tasks.Select(task => Row(new PlacedTask(document, task)))]))
        : ApiErrors.NotFound(Wording.Say("文件", "document"), asked);

    private static IResult Clause(string id, string number, PolicyLibrary library, PolicyIndex index, ClauseTracer tracer)
    {
        if (index.Clause(id, number) is not var (document, clause))
            return ApiErrors.NotFound(Wording.Say("条款", "clause"), $"{id}/{number}");
        var trail = tracer.Trace(document, clause);
        return Results.Ok(new ClauseDetail(
            clause.Document, clause.Number, clause.Title, clause.Part, clause.Kinds, clause.Strength, [.. clause.Words.Select(word => new OperativeWord(word.Word, word.Strength))],
            clause.Actors, [.. clause.Figures.Select(figure => new FigureOfClause(figure.Label, figure.Value, figure.Unit))], clause.SaysZh, clause.SaysEn, clause.Quirks,
            [.. trail.Rules.Select(rule => new RuleOfClause(rule.Header.Id, rule.Rule.Id, rule.Header.Label, Names.Both(library, renderer => renderer.Rule(rule.Rule, rule.Header)), trail.Cases[rule.Rule.Id]))],
            [.. trail.Services.Select(Carrier)], [.. trail.Indicators.Select(Carrier)], [.. trail.Tasks.Select(Row)],
            [.. trail.Corresponding.Select(cite => cite.ToString())],
            [.. trail.Findings.Select(finding => new FindingOfClause(char.ToLowerInvariant(finding.Kind.ToString()[0]) + finding.Kind.ToString()[1..],
                new(finding.Subject.Zh, finding.Subject.En), new(finding.Detail.Zh, finding.Detail.En), finding.Rule?.Rule.Id))]));
    }

    private static CarrierOfClause Carrier(Carrier carrier) => new(carrier.Id, carrier.Label, carrier.Status);

    private static TaskRow Row(PlacedTask placed) => new(placed.Document.Id, placed.Task.Row, placed.Task.Clause, placed.Task.Title, placed.Task.LeadAgencies,
        placed.Task.JointAgencies, placed.Task.UnitsAsGiven, placed.Task.DeadlineAsGiven, placed.Task.Status);
}
