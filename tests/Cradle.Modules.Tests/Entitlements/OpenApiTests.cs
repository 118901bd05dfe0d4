using System.Text.Json;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Modules.Tests.Entitlements.Calculator;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Modules.Tests.Entitlements;

public class OpenApiTests(Site site)
{
    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_lists_every_endpoint_of_the_API_and_nothing_else()
    {
        using var document = await Document();
        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order().ToList();
        var endpoints = site.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid}", "}", StringComparison.Ordinal));
        Assert.Equal(endpoints.Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal)).Distinct().Order(), paths);
        Assert.Contains("/api/v1/entitlements", paths);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_its_errors_as_problem_details()
    {
        using var document = await Document();
        foreach (var operation in document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value))
        {
            var name = operation.GetProperty("operationId").GetString();
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            var responses = operation.GetProperty("responses").EnumerateObject().ToDictionary(response => response.Name, response => response.Value);
            Assert.True(responses["200"].TryGetProperty("content", out _), name);
            Assert.True(responses.ContainsKey("429"), name);
            Assert.All(responses.Where(response => response.Key[0] == '4'), response =>
                Assert.Equal("#/components/schemas/ProblemDetails", response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
        }
    }

    [Fact]
    public async Task Every_reference_of_the_document_leads_to_a_schema()
    {
        using var document = await Document();
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var references = References(document.RootElement).Distinct().ToList();
        Assert.True(references.Count > 15);
        Assert.All(references, reference => Assert.True(schemas.TryGetProperty(reference.Split('/')[^1], out _), reference));
    }

    [Fact]
    public async Task The_schema_of_a_family_names_every_fact_of_the_vocabulary_by_type()
    {
        using var document = await Document();
        var family = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Family");
        foreach (var fact in site.The<PolicyLibrary>().Pack.Vocabulary.Facts.Where(fact => fact.ToString() != "child.expected"))
        {
            var schema = fact.Entity switch
            {
                EntityKind.Family => family,
                EntityKind.Parent => family.GetProperty("properties").GetProperty("father"),
                EntityKind.Child => family.GetProperty("properties").GetProperty("children").GetProperty("items"),
                _ => family.GetProperty("properties").GetProperty("mother").GetProperty("properties").GetProperty("parentsInHospital").GetProperty("items"),
            };
            foreach (var name in fact.JsonPath)
                schema = schema.GetProperty("properties").GetProperty(name);
            Assert.Contains(fact.Label.En, schema.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Contains("null", schema.GetProperty("type").EnumerateArray().Select(type => type.GetString()));
        }
    }

    [Fact]
    public async Task The_example_family_fits_the_schema_and_is_answered()
    {
        using var document = await Document();
        var family = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Family");
        foreach (var example in ExampleFamily.All)
        {
            using var body = JsonDocument.Parse(example.JsonOn(new DateOnly(2026, 3, 1)));
            Fits(body.RootElement, family, "family");
        }

        using var client = site.Visitor();
        var answer = await client.PostAsync("/api/v1/entitlements", ApiTests.Json(family.GetProperty("examples")[0].GetRawText()), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }

    /// <summary>Real answers, to the shipped examples and to families at random: each has every required member and none that the document lacks.</summary>
    [Fact]
    public async Task Answers_are_what_the_document_says()
    {
        using var document = await Document();
        using var client = site.Visitor();
        var library = site.The<PolicyLibrary>();
        var families = ExampleFamily.All.Select(example => example.JsonOn(library.Today))
            .Concat(new GeneratedFamilies(library, 20260311).Take(25).Select(family => family.ToJsonString()))
            .Concat(["{}", """{"nobody": 1, "residence": "220181"}"""]).ToList();
        foreach (var (index, family) in families.Index())
        {
            await FitsAsync(document, "/api/v1/entitlements", await client.PostAsync("/api/v1/entitlements" + (index % 2 == 0 ? "?explain=true" : ""), ApiTests.Json(family), TestContext.Current.CancellationToken));
            await FitsAsync(document, "/api/v1/compare", await client.PostAsync("/api/v1/compare", ApiTests.Json($$"""{"family": {{family}}, "places": ["2201", "1401", "6210"]}"""), TestContext.Current.CancellationToken));
        }

        await FitsAsync(document, "/api/v1/entitlements", await client.PostAsync("/api/v1/entitlements", ApiTests.Json("[]"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/v1/documents", "/api/v1/documents")]
    [InlineData("/api/v1/clauses?q=产假", "/api/v1/clauses")]
    [InlineData("/api/v1/quantities", "/api/v1/quantities")]
    [InlineData("/api/v1/quantities/maternity-leave", "/api/v1/quantities/{id}")]
    [InlineData("/api/v1/divisions?q=长春", "/api/v1/divisions")]
    public async Task Lists_are_what_the_document_says(string path, string template)
    {
        using var document = await Document();
        using var client = site.Visitor();
        await FitsAsync(document, template, await client.GetAsync(path, TestContext.Current.CancellationToken));
    }

    private static async Task FitsAsync(JsonDocument document, string path, HttpResponseMessage response)
    {
        var operation = document.RootElement.GetProperty("paths").GetProperty(path).EnumerateObject().Single().Value;
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var content = operation.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty(response.Content.Headers.ContentType!.MediaType!);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(SchemaFaults.Of(document.RootElement, content.GetProperty("schema"), body.RootElement, "$").Take(5));
    }

    // As much of JSON Schema as the family uses: a member must be declared, of one of its types, one of its choices.
    private static void Fits(JsonElement value, JsonElement schema, string path)
    {
        var declared = schema.GetProperty("type");
        var types = declared.ValueKind == JsonValueKind.Array ? declared.EnumerateArray().Select(type => type.GetString()).ToList() : [declared.GetString()];
        var type = value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "integer",
            JsonValueKind.Null => "null",
            _ => "boolean",
        };
        Assert.Contains(type, types);
        if (schema.TryGetProperty("enum", out var choices))
            Assert.Contains(value.GetString(), choices.EnumerateArray().Select(choice => choice.GetString()));
        if (value.ValueKind == JsonValueKind.Object)
            Assert.All(value.EnumerateObject(), member =>
            {
                Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out var inner), $"{path}.{member.Name}");
                Fits(member.Value, inner, $"{path}.{member.Name}");
            });
        if (value.ValueKind == JsonValueKind.Array)
            Assert.All(value.EnumerateArray(), item => Fits(item, schema.GetProperty("items"), path + "[]"));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private async Task<JsonDocument> Document()
    {
        using var client = site.Visitor();
        var response = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
