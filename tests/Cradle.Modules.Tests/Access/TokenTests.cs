using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cradle.Platform.Accounts;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cradle.Modules.Tests.Access;

public class TokenTests(CradleSite site)
{
    private readonly HttpClient client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    [Fact]
    public async Task A_token_stands_for_its_account_and_a_refresh_token_renews_it()
    {
        using var issued = await SendAsync("/api/v1/tokens", new { userName = "taiyuan.citizen", password = DemoAccounts.Password });
        var refresh = issued.RootElement.GetProperty("refreshToken").GetString()!;
        using var renewed = await SendAsync("/api/v1/tokens/refresh", new { refreshToken = refresh });
        foreach (var token in new[] { issued, renewed })
        {
            using var account = await AccountAsync(token.RootElement.GetProperty("accessToken").GetString()!);
            Assert.Equal("140105", account.RootElement.GetProperty("roles")[0].GetProperty("division").GetString());
            Assert.Equal("citizen", account.RootElement.GetProperty("roles")[0].GetProperty("role").GetString());
            Assert.Contains("platform.own-account", account.RootElement.GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
        }
    }

    [Fact]
    public async Task An_account_with_a_second_factor_gets_no_token_without_its_code()
    {
        using var refused = await SendAsync("/api/v1/tokens?lang=en", new { userName = "taiyuan.supervisor", password = DemoAccounts.Password }, HttpStatusCode.Unauthorized);
        Assert.Equal("code", refused.RootElement.GetProperty("errors")[0].GetProperty("field").GetString());
        await People.AsAsync(site, "taiyuan.supervisor");   // uses up the code of this step
        var code = TimeCode.At(DemoAccounts.Key, TimeCode.StepAt(site.Clock.GetUtcNow()) + 1);
        using var issued = await SendAsync("/api/v1/tokens", new { userName = "taiyuan.supervisor", password = DemoAccounts.Password, code });
        using var account = await AccountAsync(issued.RootElement.GetProperty("accessToken").GetString()!);
        Assert.Equal("nothing", account.RootElement.GetProperty("lack").GetString());
    }

    [Theory]
    [InlineData("""{"userName":"taiyuan.citizen","password":"wrong"}""", 401)]
    [InlineData("""{"userName":"nobody-at-all","password":"wrong"}""", 401)]
    [InlineData("""{"userName":"taiyuan.citizen"}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    public async Task A_wrong_request_for_a_token_is_refused_with_problem_details(string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri("/api/v1/tokens", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/api/v1/tokens", """{"userName":"taiyuan.citizen"}""", "password")]
    [InlineData("/api/v1/tokens", "{}", "userName password")]
    [InlineData("/api/v1/tokens", """{"userName":null,"password":" "}""", "userName password")]
    [InlineData("/api/v1/tokens", """{"userName":1,"password":"x"}""", "userName")]
    [InlineData("/api/v1/tokens", "[]", "$")]
    [InlineData("/api/v1/tokens", "{", "$")]
    [InlineData("/api/v1/tokens", "", "$")]
    [InlineData("/api/v1/tokens/refresh", """{"refreshToken":null}""", "refreshToken")]
    public async Task What_is_wrong_with_a_request_for_a_token_is_named_by_its_member(string path, string body, string fields)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var errors = problem.RootElement.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(fields, string.Join(' ', errors.Select(error => error.GetProperty("field").GetString())));
        Assert.All(errors, error => Assert.NotEqual("", error.GetProperty("remedy").GetString()));
    }

    [Fact]
    public async Task The_API_knows_nobody_without_a_token_nor_by_a_cookie_and_a_spoilt_refresh_token_renews_nothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/account", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await People.AsAsync(site, "taiyuan.employer")).GetAsync("/api/v1/account")).StatusCode);
        using var spoilt = await SendAsync("/api/v1/tokens/refresh", new { refreshToken = "spoilt" }, HttpStatusCode.Unauthorized);
        Assert.Equal("refreshToken", spoilt.RootElement.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    private async Task<JsonDocument> AccountAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/account") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<JsonDocument> SendAsync(string path, object body, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{path} answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text);
    }
}
