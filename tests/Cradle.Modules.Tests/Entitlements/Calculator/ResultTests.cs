using System.Net;
using AngleSharp.Dom;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

public class ResultTests(CradleSite site)
{
    [Fact]
    public async Task Sixty_families_each_see_their_result_their_answers_every_why_and_a_calendar()
    {
        var whys = 0;
        foreach (var family in new GeneratedFamilies(Drafts.LibraryOf(site), seed: 20260301).Take(60))
        {
            var reader = new Reader(site, await Drafts.KeepAsync(site, family.ToJsonString(), """["residence"]"""));
            var result = await reader.OpenAsync("/entitlements/result");
            Assert.True(result.Status == HttpStatusCode.OK, family.ToJsonString());
            Assert.DoesNotContain("{who}", result.Text, StringComparison.Ordinal);
            AssertIdsAreUnique(result);
            AssertJumpsLead(result);
            foreach (var path in new[] { "/entitlements/question", "/entitlements/answers", "/entitlements/circumstances" })
                Assert.True((await reader.OpenAsync(path)).Status == HttpStatusCode.OK, $"{path}: {family.ToJsonString()}");
            Calendar.Read(await (await reader.GetAsync("/entitlements/calendar.ics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            // every tenth explanation: together some hundreds of different ones
            var links = result.Document.QuerySelectorAll("a[href*='/entitlements/why/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
            foreach (var link in links.Where((_, index) => index % 10 == whys % 10))
            {
                whys++;
                Assert.True((await reader.OpenAsync(link)).Status == HttpStatusCode.OK, $"{link}: {family.ToJsonString()}");
            }
        }

        Assert.True(whys > 200, $"{whys} explanations");
    }

    [Fact]
    public async Task Every_why_link_of_a_result_explains_the_outcome_it_stands_at()
    {
        var id = await Drafts.KeepAsync(site, """
            {"residence":"220104","mother":{"employment":"employed","employerDivision":"220104"},"father":{"employment":"employed","employerDivision":"1401"},
             "children":[{"birthDate":"2023-05-20","registered":true},{"birthDate":"2025-08-15","registered":true}]}
            """);
        var reader = new Reader(site, id);
        var result = await reader.OpenAsync("/entitlements/result");
        var cards = result.Document.QuerySelectorAll(".out");
        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            var why = await reader.OpenAsync(card.QuerySelector("a.go")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, why.Status);
            Assert.StartsWith(card.QuerySelector("h3")!.TextContent, why.Heading, StringComparison.Ordinal);
            Assert.Equal(card.QuerySelector(".fig")?.TextContent, why.Document.QuerySelector(".answer .fig")?.TextContent);
        }
    }

    [Theory]
    [InlineData("/entitlements/why/no-such-thing")]
    [InlineData("/entitlements/why/maternity-leave?child=9")]
    public async Task An_explanation_of_nothing_is_not_found(string path)
    {
        var reader = new Reader(site, await Drafts.KeepAsync(site, """{"residence":"220104","children":[{"birthDate":"2025-08-15"}]}"""));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(path)).Status);
    }

    private static void AssertIdsAreUnique(SeenPage page)
    {
        var ids = page.Document.All.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToList();
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static void AssertJumpsLead(SeenPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='#']"))
            Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..]));
    }
}
