using System.Text.Json;
using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Api;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Entitlements.Api;

/// <summary><c>POST /api/v1/compare</c>: a family and up to four places.</summary>
internal static class ComparisonEndpoints
{
    private const int FewMembers = 20;   // two are known; of more than a few others the first say enough

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/compare", Compare)
            .WithName("comparePlaces")
            .WithTags("Families")
            .WithSummary("The same family in up to four places; rows that differ come first.")
            .WithDescription("Residence, employers, insurance, provident fund and household registrations all move to each place; nothing else of the family changes.")
            .Accepts<CompareRequest>("application/json")
            .Produces<CompareAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithMetadata(new RequestSizeLimitAttribute(JsonBody.MaximumBytes));

    private static async Task<IResult> Compare(HttpRequest request, PolicyLibrary library)
    {
        var (document, problem) = await JsonBody.ReadAsync(request);
        if (document is null)
            return problem!;
        using (document)
        {
            var (errors, warnings) = (new List<FieldProblem>(), new List<FieldProblem>());
            CheckMembers(document.RootElement, errors, warnings);
            var places = Places(document.RootElement, library, errors, warnings);
            var family = Family(document.RootElement, library, errors);
            return errors.Count > 0
                ? ApiProblem.Invalid(errors)
                : Results.Ok(Answer(library, PlaceComparison.Compare(library, family!.Facts!, places), [.. warnings, .. ApiErrors.Of(family.Warnings, "family")]));
        }
    }

    private static void CheckMembers(JsonElement root, List<FieldProblem> errors, List<FieldProblem> warnings)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in root.EnumerateObject().GroupBy(member => member.Name).Take(FewMembers))
        {
            if (member.Key is not ("family" or "places"))
                warnings.Add(Error(member.Key, "unknownMember", "不认识这一项，没有使用。", "This member is not known and was not used.", "核对拼写，或删去。", "Check its spelling or remove it."));
            else if (member.Count() > 1)
                errors.Add(Error(member.Key, "twice", "这一项写了不止一次。", "This member stands more than once.", "只留一个。", "Keep one."));
        }
    }

    private static FamilyReading? Family(JsonElement root, PolicyLibrary library, List<FieldProblem> errors)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("family", out var member))
        {
            errors.Add(Error("family", "missing", "没有写家庭。", "The family is missing.", "加上 \"family\": {…}。", "Add \"family\": {…}."));
            return null;
        }

        var reading = library.Reader.Read(member, library.Today);
        errors.AddRange(ApiErrors.Of(reading.Errors, "family"));
        return reading;
    }

    private static List<int> Places(JsonElement root, PolicyLibrary library, List<FieldProblem> errors, List<FieldProblem> warnings)
    {
        var places = new List<int>();
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("places", out var list) || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > PlaceComparison.MaximumPlaces)
        {
            errors.Add(Error("places", "count", "要写一到四个地方。", "Give one to four places.", "写成 [\"2201\", \"1401\"]。", "Write [\"2201\", \"1401\"]."));
            return places;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var field = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"places[{index}]");
            var (code, wrong, noticed) = library.Reader.ReadDivision(item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText(), field);
            errors.AddRange(ApiErrors.Of(wrong));
            warnings.AddRange(ApiErrors.Of(noticed));
            if (code is not { } place)
                continue;
            if (places.Contains(place))
                errors.Add(Error(field, "twice", "这个地方写了两次。", "This place stands twice.", "只留一个。", "Keep one."));
            else
                places.Add(place);
        }

        return places;
    }

    private static CompareAnswer Answer(PolicyLibrary library, ComparisonTable table, IReadOnlyList<FieldProblem> warnings) => new(
        table.AsOf,
        [.. table.Places.Select(place => new ComparedPlace(Names.Code(place), Names.Of(library, place)))],
        [.. table.Rows.OrderByDescending(row => row.Differs).Select(Row)],
        warnings);

    private static ComparedRow Row(ComparisonRow row) => new(row.Header.Id, row.Header.Label, row.Beneficiaries, row.Child, row.IsDraft, row.Differs,
        [.. row.Outcomes.Select(outcome => outcome is null ? null : Cell(outcome))]);

    private static ComparedCell Cell(Outcome outcome) => new(
        AnswerWriter.NameOf(outcome.Status),
        outcome.Value is { } value ? ValueFormat.Text(value, outcome) : null,
        outcome.Bounds is var (low, high) ? [ValueFormat.Text(low, outcome), ValueFormat.Text(high, outcome)] : null,
        outcome.Unit == "flag" ? null : outcome.Unit, outcome.From, outcome.Until, outcome.Rule?.Id,
        [.. outcome.Voices.SelectMany(voice => voice.Cites).Select(cite => cite.ToString()).Distinct()],
        [.. outcome.Missing.Select(path => path.ToString())], Said(outcome.AtLeast), Said(outcome.AtMost));

    private static bool? Said(bool bound) => bound ? true : null;

    private static FieldProblem Error(string field, string code, string zh, string en, string remedyZh, string remedyEn) =>
        new(field, code, Wording.Say(zh, en), Wording.Say(remedyZh, remedyEn));
}
