namespace Cradle.Journeys.Tests;

/// <summary>Every page of governance is looked at: by axe, at the width of a phone and, with CRADLE_SHOTS, by a person.</summary>
public class GovernancePageTests(Served served)
{
    [Theory]
    [InlineData("changchun.officer")]
    [InlineData("changchun.leader")]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_a_phone(string userName)
    {
        var paths = await new GovernanceLedger(served).FillAsync();
        await using var visit = await served.VisitAsync();
        await visit.ResumeAsync(userName);
        string[] pages = userName.EndsWith("leader", StringComparison.Ordinal)
            ? ["/governance", "/governance/assessments", "/governance/commendations", paths["task-13"], paths["place"], paths["report"], paths["programme"], paths["topic"], paths["report"] + "/print"]   // where a leader can do more
            :
            [
                "/governance/tasks", "/governance/timeline", "/governance/loop?document=001&broken=true", "/governance/orders", "/governance/units", "/governance/meetings", "/governance/measures", "/governance/filings",
                "/governance/provisions", "/governance/complaints", "/governance/reports", "/governance/matters", "/governance/rhythm", "/governance/volunteers", "/governance/research",
                "/governance/mine", "/governance/import", "/governance/tasks/new", "/governance/help", .. paths.Where(pair => !pair.Key.StartsWith("dated", StringComparison.Ordinal) && pair.Key is not ("task-8" or "task-11")).Select(pair => pair.Value), "/notices/commendations",
            ];
        var width = 375;
        foreach (var path in pages)
        {
            await visit.OpenAsync(path);
            Assert.Equal(0, await visit.Page.Locator(".errors").CountAsync());
            var name = paths.FirstOrDefault(pair => pair.Value == path).Key ?? path.Trim('/').Replace('/', '-').Split('?')[0];
            await visit.TellAsync($"{userName.Split('.')[1]}-{name}");
            await visit.AxeAsync(path, width);
            await visit.FitsAsync(path);
            width = width == 375 ? 1280 : 375;   // the pages are of the same parts: every other one at the width of a desk
        }
    }
}
