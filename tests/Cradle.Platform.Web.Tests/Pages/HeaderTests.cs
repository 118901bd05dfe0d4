namespace Cradle.Platform.Web.Tests.Pages;

public class HeaderTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/not-there")]
    [InlineData("/services?answer=throw")]
    [InlineData("/_content/Cradle.Platform.Web/mark.svg")]
    public async Task Every_answer_forbids_inline_code_frames_and_guessing_of_types(string path)
    {
        using var client = site.Visitor();
        var headers = (await client.GetAsync(path, TestContext.Current.CancellationToken)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Strict_transport_is_asked_for_over_https_outside_development()
    {
        Assert.True((await Get(site, "https")).Headers.Contains("Strict-Transport-Security"));
        Assert.False((await Get(site, "http")).Headers.Contains("Strict-Transport-Security"));
        await using var development = new Site("Development");
        Assert.False((await Get(development, "https")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_is_sent_compressed_to_a_browser_that_can_read_it()
    {
        using var client = site.Visitor();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_log_names_path_and_status_but_nothing_that_a_family_entered()
    {
        await using var own = new Site("Demo");
        using var client = own.Visitor();
        await client.GetAsync("/services?birth=20260402-in-query", TestContext.Current.CancellationToken);
        await client.PostAsync("/preferences", new FormUrlEncodedContent([new("elder", "on"), new("back", "/services?in-body")]), TestContext.Current.CancellationToken);
        Assert.Contains(own.Log.Lines, line => line.StartsWith("GET /services answered 200", StringComparison.Ordinal));
        Assert.DoesNotContain(own.Log.Lines, line => line.Contains("in-query", StringComparison.Ordinal) || line.Contains("in-body", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Get(Site site, string scheme)
    {
        using var client = site.Visitor(scheme);
        return await client.GetAsync("/", TestContext.Current.CancellationToken);
    }
}
