using System.Net;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class PrivacyTests(CradleSite site)
{
    private const string Family = """
        {"residence":"220104","mother":{"birthDate":"1993-07-19","employment":"employed","employerDivision":"220104","averageWage":"61237","maternityInsurance":true,"poolingRegion":"2201","medicalInsurance":"employee"},
         "father":{"employment":"flexible","contributionBase":"45391"},"children":[{"birthDate":"2025-08-17","registered":true,"babies":1,"difficultBirth":false,"birthOrder":2}]}
        """;

    private static readonly string[] Answers = ["1993", "61237", "45391", "2025-08-17", "2025年8月17日", "20250817", "2026年2月12日", "2026-02-12", "20260212"];

    [Fact]
    public async Task A_shared_list_holds_no_dates_no_computed_amounts_and_no_answers()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        var result = await reader.OpenAsync("/entitlements/result");
        Assert.Contains("2025年8月17日", result.Text, StringComparison.Ordinal);   // the family itself sees its dates
        var shared = await new Reader(site).OpenAsync(await reader.ShareAsync());
        Assert.Equal(HttpStatusCode.OK, shared.Status);
        var html = shared.Document.DocumentElement.OuterHtml;
        Assert.All(Answers, answer => Assert.DoesNotContain(answer, html, StringComparison.Ordinal));
        // the day on which it was made, which is none of the family's
        Assert.DoesNotMatch(@"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d", shared.Text.Replace("2026年3月1日做的", "", StringComparison.Ordinal));
        Assert.DoesNotMatch("出生的|第\\d个", shared.Text);
        // 61237 / 30 × 180 or × 98: an amount made from the wage
        Assert.DoesNotContain("367422", html.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("200040", html.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("产假", shared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_families_that_differ_in_dates_and_wages_share_the_same_list()
    {
        var other = Family.Replace("2025-08-17", "2025-08-25", StringComparison.Ordinal).Replace("61237", "7000", StringComparison.Ordinal).Replace("1993-07-19", "1988-01-30", StringComparison.Ordinal);
        var lists = new List<string>();
        foreach (var family in new[] { Family, other })
            lists.Add((await new Reader(site).OpenAsync(await new Reader(site, await Drafts.KeepAsync(site, family)).ShareAsync())).Text);
        Assert.Equal(lists[0], lists[1]);
    }

    [Fact]
    public async Task No_log_line_holds_an_answer_or_the_id_of_a_draft()
    {
        await using var own = new CradleSite();
        var reader = new Reader(own);
        await reader.SendAsync(await reader.OpenAsync("/entitlements"), ("Place", "220183"));
        (string Path, (string, string)[] Fields)[] answers =
        [
            ("children", [("Answer", "1")]),
            ("children[0].birthDate", [("Date.Year", "2025"), ("Date.Month", "8"), ("Date.Day", "17")]),
            ("mother.averageWage", [("Answer", "61237")]),
            ("mother.averageWage", [("Answer", "61237弍")]),                                              // an error
            ("father.contributionBase", [("Answer", "99999999999999999999945391")]),                     // an error
            ("children[0].insuredOn", [("Date.Year", "1993"), ("Date.Month", "17"), ("Date.Day", "31")]), // an error
            ("mother.employerDivision", [("Answer", "220183")]),
        ];
        foreach (var (path, fields) in answers)
            await reader.SendAsync(await reader.OpenAsync("/entitlements/question?at=" + path), fields);
        foreach (var page in new[] { "/entitlements/result", "/entitlements/answers", "/entitlements/calendar.ics", "/entitlements/why/maternity-leave", "/entitlements/question?at=children[9].care" })
            await reader.OpenAsync(page);
        var shared = await reader.ShareAsync();
        var log = own.Log.Text;
        Assert.Contains("/entitlements/question", log, StringComparison.Ordinal);
        Assert.DoesNotContain("at=", log, StringComparison.Ordinal);
        foreach (var secret in new[] { "61237", "45391", "220183", "1993", "2025-08-17", "2025, 8", reader.Cookie("cradle.draft")!.Value })
            Assert.DoesNotContain(own.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.StartsWith("/entitlements/shared/", shared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_with_answers_are_never_kept_by_caches()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        foreach (var path in new[] { "/entitlements/result", "/entitlements/answers", "/entitlements/question?at=mother.averageWage", "/entitlements/circumstances", "/entitlements/why/maternity-leave" })
        {
            var page = await reader.OpenAsync(path);
            Assert.True(page.Response.Headers.CacheControl?.NoStore, $"{path}: {page.Response.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task No_address_of_a_page_holds_an_answer()
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, Family));
        foreach (var path in new[] { "/entitlements/result", "/entitlements/answers", "/entitlements/question?at=mother.averageWage", "/entitlements/circumstances", "/entitlements/why/maternity-leave" })
        {
            var page = await reader.OpenAsync(path);
            var addresses = page.Document.QuerySelectorAll("[href], [src], [action]").SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("action") }).OfType<string>();
            Assert.All(addresses, address => Assert.All(Answers, answer => Assert.DoesNotContain(answer, address, StringComparison.Ordinal)));
            Assert.All(addresses, address => Assert.DoesNotMatch("220104|=(employed|flexible|employee|true&|2201)", address));
        }
    }
}
