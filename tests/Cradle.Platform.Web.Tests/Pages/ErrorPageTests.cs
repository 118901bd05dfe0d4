using System.Net;

namespace Cradle.Platform.Web.Tests.Pages;

public class ErrorPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/not-there", 404, "没有找到这个页面")]
    [InlineData("/services?answer=429", 429, "操作太快了，请稍等一会儿")]
    [InlineData("/services?answer=400", 400, "这次提交没有成功")]
    [InlineData("/services?answer=403", 403, "这里需要相应的权限")]
    [InlineData("/services?answer=throw", 500, "系统出了点问题")]
    [InlineData("/error/404", 404, "没有找到这个页面")]
    [InlineData("/error/200", 404, "没有找到这个页面")]
    public async Task A_failure_keeps_its_status_and_says_what_to_do(string path, int status, string heading)
    {
        using var client = site.Visitor();
        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        var page = await Site.Read(answer);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("main .note li"));
    }

    [Theory]
    [InlineData("PUT", "/services", 405, "GET, HEAD")]
    [InlineData("DELETE", "/", 405, "GET, HEAD")]
    [InlineData("POST", "/services", 405, "GET, HEAD")]
    [InlineData("PATCH", "/design/question", 405, "GET, HEAD, POST")]
    [InlineData("PUT", "/health/live", 405, "GET, HEAD")]
    [InlineData("POST", "/health/ready", 405, "GET, HEAD")]
    [InlineData("GET", "/preferences", 405, "POST")]
    [InlineData("HEAD", "/openapi/v1.json", 200, "")]
    [InlineData("HEAD", "/health/live", 200, "")]
    [InlineData("HEAD", "/services", 200, "")]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(string method, string path, int status, string allowed)
    {
        using var client = site.Visitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order()));
    }

    [Fact]
    public async Task An_exception_shows_a_number_to_quote_and_nothing_of_the_inside()
    {
        using var client = site.Visitor();
        var answer = await client.GetAsync("/services?answer=throw", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("求助时请报这个编号", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_that_helps()
    {
        using var client = site.Visitor();
        var answer = await client.PostAsync("/design/question", new FormUrlEncodedContent([new("Order", "1")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("刷新后再提交", (await Site.Read(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gallery_is_not_there_in_production()
    {
        await using var production = new Site("Production");
        using var client = production.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/design/result", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/services", TestContext.Current.CancellationToken)).StatusCode);
    }
}
