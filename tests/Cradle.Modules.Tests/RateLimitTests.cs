using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cradle.Modules.Tests;

/// <summary>Everybody here comes from one address. Who has signed in is counted by account, and the others together.</summary>
public sealed class RateLimitTests : IAsyncDisposable
{
    private const int Most = 12;
    private readonly CradleSite plain = new();
    private readonly WebApplicationFactory<Program> site;

    public RateLimitTests() => site = plain.WithWebHostBuilder(builder =>
        builder.UseSetting("Limits:PagesPerMinute", Most.ToString(CultureInfo.InvariantCulture)).UseSetting("Limits:ApiRequestsPerMinute", Most.ToString(CultureInfo.InvariantCulture)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await plain.DisposeAsync();
    }

    [Fact]
    public async Task Pages_are_limited_by_account_and_the_answer_says_how_long_to_wait()
    {
        var one = await SignedInAsync("changchun.citizen");
        var other = await SignedInAsync("taiyuan.citizen");
        var refused = await UntilRefusedAsync(one, "/account");
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains($"等 {refused.Headers.GetValues("Retry-After").Single()} 秒", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(new Uri("/account", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_limited_by_address_and_styles_and_health_are_not()
    {
        using var stranger = site.CreateClient();
        using var neighbour = site.CreateClient();
        var one = await SignedInAsync("changchun.citizen");
        await UntilRefusedAsync(stranger, "/services");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.GetAsync(new Uri("/services", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync(new Uri("/health/live", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync(new Uri("/account", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_api_is_limited_by_account_with_problem_details()
    {
        using var one = await BearerAsync("changchun.citizen");
        using var other = await BearerAsync("taiyuan.citizen");
        var refused = await UntilRefusedAsync(one, "/api/v1/account");
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.Equal(refused.Headers.GetValues("Retry-After").Single(), problem.GetProperty("retryAfter").GetInt32().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(new Uri("/api/v1/account", UriKind.Relative), Stop)).StatusCode);
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(HttpClient client, string path)
    {
        for (var sent = 0; sent <= Most; sent++)
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return answer;
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        throw new Xunit.Sdk.XunitException($"{Most + 1} requests were answered.");
    }

    private async Task<HttpClient> SignedInAsync(string userName)
    {
        var client = site.CreateClient();
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Stop);
        var token = System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("UserName", userName), new("Password", DemoAccounts.Password), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content, Stop);
        Assert.Equal("/desk", answer.RequestMessage!.RequestUri!.AbsolutePath);
        return client;
    }

    private async Task<HttpClient> BearerAsync(string userName)
    {
        var client = site.CreateClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { userName, password = DemoAccounts.Password }, Stop);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("accessToken").GetString());
        return client;
    }
}
