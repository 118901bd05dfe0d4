using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary>Quantities and their rules.</summary>
internal static class QuantityEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/quantities", (PolicyIndex index, string? topic, string? beneficiary, int? page, int? size) => List(index, topic, beneficiary, page, size))
            .WithName("listQuantities").WithTags("Policy").WithSummary("All quantities in order of topic.")
            .Produces<Listing<QuantitySummary>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

        group.MapGet("/quantities/{id}", (string id, PolicyLibrary library, PolicyIndex index) =>
                index.Quantity(id) is { } quantity ? Results.Ok(Detail(quantity, library, index)) : ApiErrors.NotFound(Wording.Say("项目", "quantity"), id))
            .WithName("getQuantity").WithTags("Policy").WithSummary("A quantity with the rules of all levels.")
            .Produces<QuantityDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static IResult List(PolicyIndex index, string? topic, string? beneficiary, int? page, int? size)
    {
        var quantities = index.Pack.Quantities;
        FieldProblem?[] problems =
        [
            ApiErrors.NotListed("topic", topic, quantities.Select(quantity => quantity.Header.Topic).Distinct()),
            ApiErrors.NotListed("beneficiary", beneficiary, quantities.Select(quantity => quantity.Header.Beneficiary).Distinct()),
        ];
        return problems.OfType<FieldProblem>().ToList() is { Count: > 0 } errors ? ApiProblem.Invalid(errors) : PageOf.Answer(
            [.. quantities.Where(quantity => (topic is null || quantity.Header.Topic == topic) && (beneficiary is null || quantity.Header.Beneficiary == beneficiary)).Select(Summary)], page, size);
    }

    private static QuantitySummary Summary(Quantity quantity) => new(
        quantity.Header.Id, quantity.Header.Label, quantity.Header.About, quantity.Header.Topic, quantity.Header.Kind, quantity.Header.Beneficiary, Names.Unit(quantity.Header),
        [.. quantity.Rules.Select(rule => rule.Division).Distinct().Order().Select(Names.Code)]);

    private static QuantityDetail Detail(Quantity quantity, PolicyLibrary library, PolicyIndex index)
    {
        var header = quantity.Header;
        return new QuantityDetail(
            header.Id, header.Label, header.About, header.Topic, header.Kind, header.Beneficiary, Names.Unit(header), header.Merge.ToString().ToLowerInvariant(), header.Handler,
            Names.Both(library, renderer => renderer.Number(header.Region)), Names.Both(library, renderer => renderer.Number(header.Anchor)),
            header.Window is { } window ? Names.Both(library, renderer => renderer.Window(window)) : null,
            [.. quantity.Rules.OrderBy(rule => rule.Division).Select(rule => Of(rule, header, library))], index.CasesOf(header.Id).Count);
    }

    private static RuleDetail Of(Rule rule, QuantityHeader header, PolicyLibrary library) => new(
        rule.Id, Names.Code(rule.Division), Names.Of(library, rule.Division), Names.Both(library, renderer => renderer.Rule(rule, header)), rule.Strength, rule.IsDraft, rule.Confirmed,
        rule.From, rule.Until, rule.Value is Constant constant ? ValueFormat.Text(constant.Value, rule.In(header)) : null, Names.Unit(rule.In(header)), rule.NotSet,
        [.. rule.Cites.Select(cite => cite.ToString())], rule.Replaces, rule.Restates, rule.Items, rule.Note, rule.Reading, rule.Handler ?? header.Handler);
}
