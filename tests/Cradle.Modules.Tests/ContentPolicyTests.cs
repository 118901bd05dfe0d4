using System.Net;
using Cradle.Modules.Tests.Entitlements.Calculator;

namespace Cradle.Modules.Tests;

public class ContentPolicyTests(CradleSite site)
{
    private const string Family = """
        {"residence":"220104","mother":{"employment":"employed","employerDivision":"220104"},"father":{"employment":"employed","employerDivision":"220104"},"children":[{"birthDate":"2025-08-15","registered":true}]}
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/services")]
    [InlineData("/sign-in")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/policy")]
    [InlineData("/policy/000")]
    [InlineData("/policy/rules")]
    [InlineData("/policy/rules/maternity-leave")]
    [InlineData("/entitlements")]
    [InlineData("/entitlements/question?at=children[0].birthDate")]
    [InlineData("/entitlements/question?at=mother.employerDivision")]
    [InlineData("/entitlements/circumstances")]
    [InlineData("/entitlements/result")]
    [InlineData("/entitlements/answers")]
    [InlineData("/entitlements/why/maternity-leave")]
    [InlineData("/entitlements/compare")]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Nothing_runs_or_styles_inline_and_the_header_says_so(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var page = await new Reader(site, await Drafts.KeepAsync(site, Family)).OpenAsync(path);
        Assert.Equal(status, page.Status);
        var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        foreach (var element in page.Document.All)
        {
            Assert.True(element.LocalName != "style", "a style element");
            Assert.True(element.LocalName != "script" || element.HasAttribute("src"), "a script inside the page");
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Everything_a_page_loads_comes_from_this_site_and_is_there()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var page = await reader.OpenAsync("/entitlements/result");
        var loaded = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.Contains(loaded, address => address.Contains(".css", StringComparison.Ordinal));
        foreach (var address in loaded)
        {
            Assert.StartsWith("/", address, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        }
    }
}
