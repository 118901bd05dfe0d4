using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class CrumbTests(CradleSite site)
{
    private const string Family = """{"residence":"220104","mother":{"employment":"employed","employerDivision":"220104"},"children":[{"birthDate":"2025-08-15","registered":true}]}""";

    [Fact]
    public async Task Home_in_the_path_of_a_page_leads_to_the_first_page_and_no_page_holds_an_unresolved_address()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family, """["residence"]"""));
        var shared = await reader.ShareAsync();
        string[] underHome = ["/entitlements", "/entitlements/result", "/entitlements/why/maternity-leave", shared];
        string[] others = ["/", "/services", "/privacy", "/accessibility", "/policy", "/policy/rules", "/policy/search", "/policy/rehearsal", "/policy/000", "/entitlements/answers", "/entitlements/question", "/entitlements/compare"];
        foreach (var path in underHome.Concat(others))
        {
            var page = await reader.OpenAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            Assert.DoesNotContain("=\"~/", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
            if (underHome.Contains(path))
                Assert.Equal("/", page.Document.QuerySelector(".crumbs a")!.GetAttribute("href"));
        }
    }
}
