using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

public class PageTests(Served served)
{
    internal static readonly Dictionary<string, string> Answers = new()
    {
        ["children"] = "2", ["children[0].birthDate"] = "2022-05-20", ["children[1].birthDate"] = "2025-08-15",
        ["mother.employment"] = "employed", ["mother.employerDivision"] = "220104", ["father.employment"] = "employed", ["father.employerDivision"] = "220104",
        ["children[0].registered"] = "true", ["children[1].registered"] = "true", ["children[0].care"] = "kindergarten",
    };

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_page_of_a_journey()
    {
        await using var visit = await served.VisitAsync();
        visit.Shown = async name =>
        {
            await visit.AxeAsync(name);
            await visit.FitsAsync(name);
        };
        await visit.StartAsync("220104");
        var asked = await visit.AnswerAsync(Answers);
        Assert.Contains("children[0].kindergarten.hardship", asked);
        await visit.TellAsync("result");
        await visit.PressAsync("分享清单");
        await visit.TellAsync("result-shared");
        var shared = (await visit.Main.Locator("a[href*='/entitlements/shared/']").GetAttributeAsync("href"))!;
        await visit.OpenAsync("/entitlements/answers");
        await visit.TellAsync("answers");
        foreach (var why in new[] { "maternity-leave?child=1", "maternity-cash-benefit?child=1", "parental-leave?who=father" })
        {
            await visit.OpenAsync("/entitlements/why/" + why);
            await visit.TellAsync("why-" + why.Split('?')[0]);
        }

        await visit.OpenAsync(shared);
        await visit.TellAsync("shared");
        await visit.OpenAsync("/entitlements/circumstances");
        await visit.PressAsync("继续");   // nothing is ticked
        await visit.TellAsync("circumstances-error");
    }
}
