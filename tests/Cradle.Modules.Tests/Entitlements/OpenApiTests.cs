using System.Text.Json;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Routing;

namespace Cradle.Modules.Tests.Entitlements;

public class OpenApiTests(Site site) : IClassFixture<Site>
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
