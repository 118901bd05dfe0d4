using System.Net;
using System.Text;
using System.Text.Json;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Whatever goes wrong under /api is problem details, never a page and never a 500.</summary>
public class ApiProblemTests(Site site)
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v2/quantities", 404)]
    [InlineData("GET", "/api/v1/quantities/no-such", 404)]
    [InlineData("GET", "/api/v1/documents/999", 404)]
    [InlineData("GET", "/api/v1/documents/000/clauses/none", 404)]
    [InlineData("GET", "/api/v1/norms/none", 404)]
    [InlineData("DELETE", "/api/v1/quantities", 405)]
    [InlineData("PUT", "/api/v1/entitlements", 405)]
    [InlineData("GET", "/api/v1/quantities?page=0", 400)]
    [InlineData("GET", "/api/v1/quantities?size=251", 400)]
    [InlineData("GET", "/api/v1/quantities?page=abc", 400)]
    [InlineData("GET", "/api/v1/divisions?parent=99", 400)]
    [InlineData("GET", "/api/v1/divisions?parent=x", 400)]
    public async Task A_wrong_request_is_answered_with_problem_details(string method, string path, int status)
    {
        using var client = site.Visitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var problem = await ApiTests.Problem(await client.SendAsync(request, TestContext.Current.CancellationToken), status);
    }

    [Theory]
    [InlineData("/api/v1/clauses?q=%ff", "q", "encoding")]
    [InlineData("/api/v1/divisions?q=%E4%BA", "q", "encoding")]
    [InlineData("/api/v1/clauses?document=%C3", "document", "encoding")]
    public async Task Bytes_of_a_parameter_that_are_no_text_are_named_and_not_searched_for(string path, string field, string code)
    {
        using var client = site.Visitor();
        using var problem = await ApiTests.Problem(await client.GetAsync(path, TestContext.Current.CancellationToken), 400);
        var error = Assert.Single(problem.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal((field, code), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_parameter_that_can_not_be_read_is_named()
    {
        using var client = site.Visitor();
        using var problem = await ApiTests.Problem(await client.GetAsync("/api/v1/quantities?page=abc&lang=en", TestContext.Current.CancellationToken), 400);
        Assert.StartsWith("The value of parameter page can't be read.", problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        using var client = site.Visitor();
        foreach (var path in new[] { "/api/v1/entitlements", "/api/v1/compare" })
        {
            using var problem = await ApiTests.Problem(await client.PostAsync(path, new StringContent("{}", Encoding.UTF8, type), TestContext.Current.CancellationToken), 415);
        }
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var real = new Site();   // the test server has no limit of its own; Kestrel has
        real.UseKestrel(0);
        real.StartServer();
        using var client = real.CreateClient();
        foreach (var path in new[] { "/api/v1/entitlements", "/api/v1/compare" })
        {
            using var problem = await ApiTests.Problem(await client.PostAsync(path, ApiTests.Json("{" + new string(' ', 300_000) + "}"), TestContext.Current.CancellationToken), 413);
        }
    }

    [Fact]
    public async Task A_caller_who_is_too_quick_is_told_how_long_to_wait()
    {
        using var slow = new Site(requestsPerMinute: "3");
        using var client = slow.Visitor();
        for (var request = 0; request < 3; request++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/documents", TestContext.Current.CancellationToken)).StatusCode);
        var refused = await client.GetAsync("/api/v1/divisions", TestContext.Current.CancellationToken);
        using var problem = await ApiTests.Problem(refused, 429);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/policy", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_failure_of_a_page_stays_a_page()
    {
        using var client = site.Visitor();
        var response = await client.GetAsync("/policy/999", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"family\"")]
    [InlineData("{\"mother\":{\"employment\":\"\\ud800\"}}")]
    [InlineData("{\"\\udfff\":1}")]
    [InlineData("{\"asOf\":\"2026-13-01\"}")]
    [InlineData("{\"children\":{}}")]
    [InlineData("{\"children\":[[[[[[[[[[[[[[]]]]]]]]]]]]]]}")]
    public async Task A_body_that_is_no_family_is_refused_with_a_reason(string body)
    {
        using var client = site.Visitor();
        using var problem = await ApiTests.Problem(await client.PostAsync("/api/v1/entitlements", ApiTests.Json(body), TestContext.Current.CancellationToken), 400);
    }

    [Fact]
    public async Task Whatever_bytes_are_sent_the_answer_is_never_a_failure_of_ours()
    {
        using var client = site.Visitor();
        var bodies = new BodyFuzzer(20260301);
        var statuses = new Dictionary<HttpStatusCode, int>();
        for (var round = 0; round < 600; round++)
        {
            var (path, body) = bodies.Next();
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            var response = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"Round {round} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
            statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.True(statuses[HttpStatusCode.OK] > 30 && statuses[HttpStatusCode.BadRequest] > 30, string.Join(", ", statuses));   // else the bodies test one side only
    }
}
