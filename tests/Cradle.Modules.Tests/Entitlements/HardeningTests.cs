using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cradle.Entitlements.Policies;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Requests that are wrong in the ways requests are wrong: each is refused, and the refusal says field, reason and remedy.</summary>
public class HardeningTests(Site site)
{
    private const int Families = 2500;

    [Fact]
    public void Every_spoilt_family_is_read_or_refused_with_field_reason_and_remedy()
    {
        var library = site.The<PolicyLibrary>();
        var families = new SpoiltFamilies(20260302);
        var (read, refused) = (0, 0);
        for (var round = 0; round < Families; round++)
        {
            var json = families.Next().ToJsonString();
            var reading = library.Reader.Read(json, new DateOnly(2026, 3, 1));
            Assert.All(reading.Errors.Concat(reading.Warnings), problem =>
                Assert.True(problem is { Path.Length: > 0, Reason: { Zh.Length: > 0, En.Length: > 0 }, Remedy: { Zh.Length: > 0, En.Length: > 0 } }, $"round {round}: {problem} {json}"));
            if (reading.Facts is { } facts)
            {
                library.Evaluator.Evaluate(facts);
                read++;
            }
            else
            {
                Assert.NotEmpty(reading.Errors);
                refused++;
            }
        }

        Assert.True(read > Families / 10 && refused > Families / 10, $"{read} read, {refused} refused");
    }

    [Fact]
    public async Task The_API_answers_every_spoilt_family_or_names_what_is_wrong()
    {
        using var client = site.Visitor();
        var families = new SpoiltFamilies(20260303);
        for (var round = 0; round < 500; round++)
        {
            var json = families.Next().ToJsonString();
            var compare = round % 5 == 0;
            var response = await client.PostAsync(compare ? "/api/v1/compare" : "/api/v1/entitlements",
                ApiTests.Json(compare ? $$"""{"family": {{json}}, "places": ["2201", "1401"]}""" : json), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
                continue;
            using var problem = await ApiTests.Problem(response, 400);
            var errors = problem.RootElement.GetProperty("errors").EnumerateArray().ToList();
            Assert.NotEmpty(errors);
            Assert.All(errors, error => Assert.All(new[] { "field", "code", "reason", "remedy" }, name => Assert.NotEqual("", error.GetProperty(name).GetString())));
        }
    }

    [Theory]
    [InlineData("/api/v1/quantities?topc=leave", "topc", "unknownParameter")]
    [InlineData("/api/v1/quantities?topic=nothing", "topic", "choice")]
    [InlineData("/api/v1/quantities?beneficiary=nobody", "beneficiary", "choice")]
    [InlineData("/api/v1/quantities?lang=fr", "lang", "choice")]
    [InlineData("/api/v1/quantities?topic=leave&topic=tax", "topic", "twice")]
    [InlineData("/api/v1/quantities?page=x", "page", "type")]
    [InlineData("/api/v1/clauses?kind=none", "kind", "choice")]
    [InlineData("/api/v1/clauses?document=999", "document", "choice")]
    [InlineData("/api/v1/divisions?parent=220181", "parent", "retiredDivision")]   // Jiutai, a district of Changchun since 2014
    [InlineData("/api/v1/divisions?parent=229999", "parent", "division")]
    [InlineData("/api/v1/quantities/none", "path", "notFound")]
    public async Task A_wrong_parameter_is_named_with_a_remedy(string path, string field, string code)
    {
        using var client = site.Visitor();
        var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        await AssertErrorAsync(response, response.StatusCode == HttpStatusCode.NotFound ? 404 : 400, field, code);
    }

    [Fact]
    public async Task Words_longer_than_a_search_takes_are_refused_rather_than_cut()
    {
        using var client = site.Visitor();
        foreach (var list in new[] { "clauses", "divisions" })
            await AssertErrorAsync(await client.GetAsync($"/api/v1/{list}?q={new string('a', 101)}", TestContext.Current.CancellationToken), 400, "q", "tooLong");
    }

    [Theory]
    [InlineData("application/json; charset=gbk", null)]
    [InlineData("application/merge-patch+json", null)]
    [InlineData("application/json", "gzip")]
    [InlineData("", null)]
    public async Task A_body_that_says_it_is_something_else_is_refused(string type, string? encoding)
    {
        using var client = site.Visitor();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (type.Length > 0)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        await AssertErrorAsync(await client.PostAsync("/api/v1/entitlements", content, TestContext.Current.CancellationToken), 415, encoding is null ? "Content-Type" : "Content-Encoding", "type");
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=UTF-8")]
    public async Task A_charset_is_read_with_and_without_quotes(string type)
    {
        using var client = site.Visitor();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/v1/entitlements?quantities=maternity-leave", content, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_told_from_half_a_character()
    {
        using var client = site.Visitor();
        await AssertErrorAsync(await PostAsync(client, [.. "{\"residence\":\""u8, 0xB3, 0xA4, .. "\"}"u8]), 400, "$", "encoding");   // 长 in GBK
        await AssertErrorAsync(await PostAsync(client, "{\"residence\":\"\\ud800\"}"u8.ToArray()), 400, "$", "text");
        await AssertErrorAsync(await PostAsync(client, Encoding.Unicode.GetBytes("{}")), 400, "$", "json");
    }

    [Theory]
    [InlineData("en", "Something in the request is wrong.")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.2", "Something in the request is wrong.")]
    [InlineData("zh-CN,en;q=0.5", "请求里有不对的内容。")]
    [InlineData("fr, en;q=0.4", "Something in the request is wrong.")]
    [InlineData("fr", "请求里有不对的内容。")]
    [InlineData(";;;,q=x", "请求里有不对的内容。")]
    public async Task The_language_of_a_problem_follows_Accept_Language(string accepted, string title)
    {
        using var client = site.Visitor();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        var response = await PostAsync(client, "{\"residence\":\"x\"}"u8.ToArray());
        using var problem = await ApiTests.Problem(response, 400);
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Head_is_answered_where_get_is()
    {
        using var client = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/documents");
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_retired_place_is_compared_under_its_code_of_today_with_a_warning()
    {
        using var client = site.Visitor();
        var response = await client.PostAsync("/api/v1/compare", ApiTests.Json("""{"family": {}, "places": ["220181"], "plases": []}"""), TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("220113", answer.RootElement.GetProperty("places")[0].GetProperty("code").GetString());
        Assert.Equal(["plases", "places[0]"], answer.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Only_the_quantities_asked_for_are_answered()
    {
        using var client = site.Visitor();
        var family = """{"residence": "220104", "children": [{"birthDate": "2025-08-15"}]}""";
        var response = await client.PostAsync("/api/v1/entitlements?quantities=maternity-leave,parental-leave", ApiTests.Json(family), TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["maternity-leave", "parental-leave"], answer.RootElement.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetProperty("quantity").GetString()!).Distinct().Order());
        await AssertErrorAsync(await client.PostAsync("/api/v1/entitlements?quantities=none-such", ApiTests.Json(family), TestContext.Current.CancellationToken), 400, "quantities", "choice");
        await AssertErrorAsync(await client.PostAsync("/api/v1/entitlements?quantities=", ApiTests.Json(family), TestContext.Current.CancellationToken), 400, "quantities", "count");
    }

    [Fact]
    public async Task Ten_thousand_unknown_members_give_a_short_answer()
    {
        using var client = site.Visitor();
        var response = await client.PostAsync("/api/v1/entitlements?quantities=maternity-leave",
            ApiTests.Json("{" + string.Join(',', Enumerable.Range(0, 10_000).Select(member => $"\"m{member}\":1")) + "}"), TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var warnings = answer.RootElement.GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal(101, warnings.Count);
        Assert.Equal("还有9900处没有列出。", warnings[^1].GetProperty("reason").GetString());
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] body) =>
        client.PostAsync("/api/v1/entitlements", new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } }, TestContext.Current.CancellationToken);

    private static async Task AssertErrorAsync(HttpResponseMessage response, int status, string field, string code)
    {
        using var problem = await ApiTests.Problem(response, status);
        var error = Assert.Single(problem.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal((field, code), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.NotEqual("", error.GetProperty("reason").GetString());
        Assert.NotEqual("", error.GetProperty("remedy").GetString());
    }
}
