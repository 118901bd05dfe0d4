namespace Cradle.Journeys.Tests;

/// <summary>The pages that ask nothing.</summary>
public class ReaderPageTests(Served served)
{
    private static readonly string[] Paths = ["/", "/services", "/privacy", "/accessibility", "/policy", "/policy/000", "/policy/rules", "/policy/rules/maternity-leave", "/entitlements/compare", "/policy/rehearsal"];

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_page_that_asks_nothing()
    {
        await using var visit = await served.VisitAsync();
        foreach (var path in Paths)
        {
            var name = path.Trim('/').Replace('/', '-') is { Length: > 0 } said ? said : "home";
            await visit.OpenAsync(path);
            await visit.TellAsync(name);
            await visit.AxeAsync(name);
            await visit.FitsAsync(name);
        }
    }
}
