using Cradle.Platform.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class PublicAddressTests(CradleSite site)
{
    private const string Family = """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}""";

    [Theory]
    [InlineData("localhost:5080", null, "*", "http://localhost:5080")]
    [InlineData("127.0.0.1:5080", null, "*", "http://127.0.0.1:5080")]
    [InlineData("[::1]:5080", null, "*", "http://[::1]:5080")]
    [InlineData("evil.example", null, "*", "")]
    [InlineData("localhost.evil.example", null, "localhost", "")]
    [InlineData("evil.example", null, null, "")]
    [InlineData("birth.example.gov.cn", null, "birth.example.gov.cn;localhost", "http://birth.example.gov.cn")]
    [InlineData("city.birth.example.gov.cn", null, "*.birth.example.gov.cn", "http://city.birth.example.gov.cn")]
    [InlineData("evil.example", "https://birth.example.gov.cn/", "*", "https://birth.example.gov.cn")]
    public void Only_a_configured_address_or_a_known_host_stands_before_a_link(string host, string? configured, string? allowed, string expected)
    {
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString(host) } }.Request;
        Assert.Equal(expected, Address(configured, allowed).Before(request));
    }

    [Theory]
    [InlineData("birth.example.gov.cn")]
    [InlineData("ftp://birth.example.gov.cn")]
    public void A_configured_address_that_is_none_is_refused_with_the_name_of_the_setting(string configured) =>
        Assert.Contains("Site:PublicUrl", Assert.Throws<InvalidOperationException>(() => Address(configured, "*")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_shared_link_never_leads_to_a_host_that_only_the_request_names()
    {
        var forged = await new Reader(site, await Drafts.KeepAsync(site, Family), "evil.example").ShareLinkAsync();
        Assert.StartsWith("/entitlements/shared/", forged.TextContent, StringComparison.Ordinal);
        var local = await new Reader(site, await Drafts.KeepAsync(site, Family)).ShareLinkAsync();
        Assert.StartsWith("http://localhost/entitlements/shared/", local.TextContent, StringComparison.Ordinal);
    }

    private static PublicAddress Address(string? configured, string? allowed) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:PublicUrl"] = configured, ["AllowedHosts"] = allowed }).Build());
}
