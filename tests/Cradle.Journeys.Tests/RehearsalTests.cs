namespace Cradle.Journeys.Tests;

public class RehearsalTests(Served served)
{
    [Theory]
    [InlineData("jilin-care-fee-200")]
    [InlineData("jilin-parental-leave-30")]
    public async Task An_analyst_without_scripts_rehearses_a_reform_and_reads_the_result(string reform)
    {
        await using var visit = await served.VisitAsync(scripts: false);
        await visit.OpenAsync("/policy/rehearsal");
        await visit.Page.CheckAsync($"input[name=Choice][value='{reform}']");
        await visit.Page.FillAsync("input[name=Families]", "300");
        await visit.PressAsync("开始试算");
        await visit.Page.Locator("h2#h-assumptions").WaitForAsync(new() { Timeout = 90_000 });   // the page looks again by itself

        Assert.Contains("合成数据，不是真实家庭", await visit.Main.InnerTextAsync(), StringComparison.Ordinal);
        await visit.TellAsync("rehearsal-" + reform);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_result_and_nothing_scrolls_sideways()
    {
        await using var visit = await served.VisitAsync();
        visit.Shown = async name =>
        {
            await visit.AxeAsync(name);
            await visit.FitsAsync(name);
        };
        await visit.OpenAsync("/policy/rehearsal");
        await visit.Page.CheckAsync("input[name=Choice][value='own']");
        await visit.Page.FillAsync("textarea[name=Text]", "reform: x\nlabel: {zh: 试, en: try}\nabout: {zh: 试, en: try}\nfrom: 2027-01-01\nchanges:\n  - quantity: parental-leave\n    change:\n      - {rule: jl.parental-leav, value: 30 days}\n");
        await visit.PressAsync("开始试算");
        await visit.TellAsync("rehearsal-errors");
        await visit.Page.CheckAsync("input[name=Choice][value='national-allowance-5000']");
        await visit.Page.FillAsync("input[name=Families]", "300");
        await visit.Page.SelectOptionAsync("select[name=Years]", "2");
        await visit.PressAsync("开始试算");
        await visit.Page.Locator("h2#h-assumptions").WaitForAsync(new() { Timeout = 90_000 });
        await visit.TellAsync("rehearsal-result");
    }
}
