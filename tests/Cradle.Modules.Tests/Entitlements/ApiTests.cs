using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cradle.Entitlements.Api.Contracts;
using Cradle.Entitlements.Comparison;
using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Rules.Packs;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>The contract of the API: every answer fits its published record exactly, member by member.</summary>
public class ApiTests(Site site)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private PolicyIndex Index => site.The<PolicyIndex>();

    private PolicyLibrary Library => site.The<PolicyLibrary>();

    [Fact]
    public async Task The_quantities_come_in_pages_that_together_hold_all()
    {
        var ids = new List<string>();
        Listing<QuantitySummary> page;
        do
        {
            page = await Get<Listing<QuantitySummary>>($"/api/v1/quantities?size=30&page={ids.Count / 30 + 1}");
            Assert.Equal(Index.Pack.Quantities.Count, page.Total);
            ids.AddRange(page.Items.Select(item => item.Id));
        }
        while (page.Items.Count == 30);
        Assert.Equal(Index.Pack.Quantities.Select(quantity => quantity.Header.Id), ids);
        Assert.Empty((await Get<Listing<QuantitySummary>>("/api/v1/quantities?page=2147483647")).Items);
    }

    [Fact]
    public async Task Every_quantity_gives_its_rules_with_sentence_division_and_clause()
    {
        foreach (var quantity in Index.Pack.Quantities)
        {
            var detail = await Get<QuantityDetail>($"/api/v1/quantities/{quantity.Header.Id}");
            Assert.Equal(quantity.Rules.Select(rule => rule.Id).Order(), detail.Rules.Select(rule => rule.Id).Order());
            Assert.All(detail.Rules, rule =>
            {
                Assert.NotEmpty(rule.Sentence.Zh);
                Assert.NotEmpty(rule.Sentence.En);
                Assert.NotEmpty(rule.Cites);
            });
        }
    }

    [Fact]
    public async Task The_maternity_leave_of_Jilin_is_180_days_since_28_September_2021()
    {
        var rule = (await Get<QuantityDetail>("/api/v1/quantities/maternity-leave")).Rules.Single(rule => rule.Id == "jl.maternity-leave");
        Assert.Equal(("180", "day", "22", new DateOnly(2021, 9, 28), Strength.Must), (rule.Value, rule.Unit, rule.Division, rule.From!.Value, rule.Strength));
        Assert.Equal(["000/二（十二）"], rule.Cites);
    }

    [Fact]
    public async Task Every_clause_of_every_document_can_be_asked_for_by_the_number_its_document_lists()
    {
        var documents = await Get<Listing<DocumentSummary>>("/api/v1/documents");
        Assert.Equal(["000", "001", "002", "003", "004"], documents.Items.Select(document => document.Id));
        foreach (var document in documents.Items)
        {
            var detail = await Get<DocumentDetail>($"/api/v1/documents/{document.Id}");
            Assert.Equal(document.Clauses, detail.Clauses.Count);
            foreach (var line in detail.Clauses)
            {
                var clause = await Get<ClauseDetail>($"/api/v1/documents/{document.Id}/clauses/{Uri.EscapeDataString(line.Number)}");
                Assert.Equal((line.Number, line.Rules), (clause.Number, clause.Rules.Count));
            }
        }
    }

    [Fact]
    public async Task Every_norm_can_be_read()
    {
        foreach (var norm in (await Get<Listing<DocumentSummary>>("/api/v1/norms")).Items)
        {
            var detail = await Get<DocumentDetail>($"/api/v1/{norm.Id}");
            Assert.False(detail.Confirmed);
            Assert.True(detail.Says is not null || detail.Clauses.Count > 0, norm.Id);
        }
    }

    [Fact]
    public async Task A_search_for_clauses_gives_the_passage_found()
    {
        var found = await Get<Listing<ClauseSummary>>("/api/v1/clauses?q=" + Uri.EscapeDataString("产假 180"));
        var first = found.Items.First(clause => clause.Document == "000");
        Assert.Equal("二（十二）", first.Number);
        Assert.Contains("产假", first.Passage, StringComparison.Ordinal);
        var all = await Get<Listing<ClauseSummary>>("/api/v1/clauses?document=001");
        Assert.Equal(Index.Document("001")!.Clauses.Count, all.Total);
    }

    [Fact]
    public async Task Divisions_are_found_by_name_and_by_the_division_above()
    {
        var chaoyang = await Get<Listing<DivisionEntry>>("/api/v1/divisions?q=" + Uri.EscapeDataString("长春 朝阳"));
        Assert.Equal(("220104", "2201", "吉林省长春市朝阳区"), (chaoyang.Items[0].Code, chaoyang.Items[0].Parent, chaoyang.Items[0].FullName.Zh));
        Assert.Equal(9, (await Get<Listing<DivisionEntry>>("/api/v1/divisions?parent=22")).Total);   // data/divisions/README.md: Jilin has 9 prefecture-level units
        Assert.Equal(34, (await Get<Listing<DivisionEntry>>("/api/v1/divisions")).Total);            // and China 34 province-level units
        Assert.All((await Get<Listing<DivisionEntry>>("/api/v1/divisions?parent=14&q=" + Uri.EscapeDataString("城区"))).Items, entry => Assert.StartsWith("14", entry.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_for_a_family_fits_the_published_record_with_and_without_reasons()
    {
        foreach (var example in ExampleFamily.All)
        {
            foreach (var query in new[] { "", "?explain=true", "?lang=en" })
            {
                var answer = await Post<FamilyAnswer>("/api/v1/entitlements" + query, example.JsonOn(Library.Today));
                Assert.Equal(Library.Today, answer.AsOf);
                Assert.True(answer.Outcomes.Count > 50);
                Assert.Null(answer.Warnings);
                Assert.Equal(query == "?explain=true", answer.Outcomes.Any(outcome => outcome.Because is not null));
            }
        }
    }

    [Fact]
    public async Task A_member_that_nobody_knows_is_named_in_a_warning()
    {
        var answer = await Post<FamilyAnswer>("/api/v1/entitlements?lang=en", """{"residense":"22"}""");
        var warning = Assert.Single(answer.Warnings!);
        Assert.Equal(("residense", "unknownMember"), (warning.Field, warning.Code));
        Assert.Equal("Check its spelling or remove it.", warning.Remedy);
    }

    [Fact]
    public async Task A_comparison_gives_180_158_and_98_days_of_maternity_leave_and_puts_what_differs_first()
    {
        var answer = await Post<CompareAnswer>("/api/v1/compare",
            """{"family":{"asOf":"2026-03-01","mother":{"employment":"employed"},"children":[{"birthDate":"2025-08-15","registered":true}]},"places":["2201","1401","6201"]}""");
        Assert.Equal(["2201", "1401", "6201"], answer.Places.Select(place => place.Code));
        var row = answer.Rows.Single(row => row is { Quantity: "maternity-leave", Draft: false });
        Assert.Equal(["180", "158", "98"], row.Cells.Select(cell => cell!.Value));
        Assert.Equal(["day", "day", "day"], row.Cells.Select(cell => cell!.Unit));
        Assert.Equal([true, true, true], row.Cells.Select(cell => cell!.AtLeast));   // nobody said whether the birth was difficult
        Assert.All(answer.Rows, line => Assert.Equal(3, line.Cells.Count));
        Assert.Equal(answer.Rows.OrderByDescending(line => line.Differs).Select(line => line.Quantity), answer.Rows.Select(line => line.Quantity));
    }

    [Theory]
    [InlineData("""{"places":["22"]}""", "family")]
    [InlineData("""{"family":{}}""", "places")]
    [InlineData("""{"family":{},"places":[]}""", "places")]
    [InlineData("""{"family":{},"places":["11","12","13","14","22"]}""", "places")]
    [InlineData("""{"family":{},"places":["22","2299"]}""", "places[1]")]
    [InlineData("""{"family":{},"places":["22",22]}""", "places[1]")]
    [InlineData("""{"family":{},"places":["22","220000"]}""", "places[1]")]
    [InlineData("""{"family":{"asOf":"2026-02-30"},"places":["22"]}""", "family.asOf")]
    [InlineData("""[]""", "places")]
    public async Task A_wrong_comparison_names_the_field_the_reason_and_the_remedy(string body, string field)
    {
        using var client = site.Visitor();
        using var problem = await Problem(await client.PostAsync("/api/v1/compare", Json(body), TestContext.Current.CancellationToken), 400);
        var error = problem.RootElement.GetProperty("errors").EnumerateArray().First(error => error.GetProperty("field").GetString() == field);
        Assert.All(["code", "reason", "remedy"], member => Assert.NotEmpty(error.GetProperty(member).GetString()!));
    }

    private async Task<T> Get<T>(string path)
    {
        using var client = site.Visitor();
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}.");
        return (await response.Content.ReadFromJsonAsync<T>(Strict, TestContext.Current.CancellationToken))!;
    }

    private async Task<T> Post<T>(string path, string body)
    {
        using var client = site.Visitor();
        var response = await client.PostAsync(path, Json(body), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<T>(Strict, TestContext.Current.CancellationToken))!;
    }

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    internal static async Task<JsonDocument> Problem(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail", "instance", "traceId"], member => Assert.NotEmpty(problem.RootElement.GetProperty(member).GetString()!));
        return problem;
    }
}
