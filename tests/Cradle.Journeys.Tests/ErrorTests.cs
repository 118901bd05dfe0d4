using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

public class ErrorTests(Served served)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Going_on_without_an_answer_shows_the_error_summary_which_leads_to_the_question(bool scripts)
    {
        await using var visit = await served.VisitAsync(scripts);
        await visit.StartAsync("220104");
        await visit.PressAsync("继续");
        await IsErrorAsync(visit, "请选一项");
        await visit.Page.Locator(".errors a").ClickAsync();
        Assert.Equal("Answer", await visit.Page.Locator("input:focus").GetAttributeAsync("id"));
    }

    [Theory]
    [InlineData("2026-02-30", "没有 30 日")]
    [InlineData("2026-03-02", "这一天还没有到")]     // tomorrow: the clock stands at 1 March 2026
    [InlineData("1889-03-02", "四位数字")]
    public async Task An_impossible_birth_date_says_why_and_the_link_leads_to_the_year(string date, string error)
    {
        await using var visit = await served.VisitAsync();
        await visit.StartAsync("220104");
        await visit.AnswerAsync(new Dictionary<string, string> { ["children"] = "1" }, until: "children[0].birthDate");
        await visit.FillDateAsync(date);
        await visit.PressAsync("继续");
        await IsErrorAsync(visit, error);
        Assert.Equal(date.Split('-')[0], await visit.Page.InputValueAsync("input[name='Date.Year']"));
        await visit.Page.Locator(".errors a").ClickAsync();
        Assert.Equal("Date.Year", await visit.Page.Locator("input:focus").GetAttributeAsync("name"));
        await visit.AxeAsync("error " + error);
    }

    [Fact]
    public async Task An_unknown_page_answers_404_and_says_what_to_do()
    {
        await using var visit = await served.VisitAsync();
        var response = await visit.Page.GotoAsync("/no-such-page");
        Assert.Equal(404, response!.Status);
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("没有找到这个页面");
        await Assertions.Expect(visit.Main.GetByRole(AriaRole.Link, new() { Name = "回首页" })).ToBeVisibleAsync();
        await visit.AxeAsync("404");
    }

    private static async Task IsErrorAsync(Visit visit, string error)
    {
        await Assertions.Expect(visit.Page.Locator(".errors")).ToContainTextAsync(error);
        await Assertions.Expect(visit.Page.Locator(".errors")).ToBeFocusedAsync();
        Assert.StartsWith("错误：", await visit.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
