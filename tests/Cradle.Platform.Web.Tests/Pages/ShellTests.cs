using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Cradle.Platform.Web.Tests.Pages;

public class ShellTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Paths { get; } =
        ["/", "/services", "/privacy", "/accessibility", "/design", "/design/question", "/design/check-answers", "/design/result", "/design/why", "/design/patterns", "/design/desk", "/not-there"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_has_language_title_heading_and_a_main_part_to_skip_to(string path)
    {
        var page = await Get(path);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" - 摇篮", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector(page.QuerySelector("a.skip")!.GetAttribute("href")!));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_in_English_has_no_Chinese_but_names_and_the_way_back(string path)
    {
        var page = await Get(path, "cradle.language=c%3Den%7Cuic%3Den");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        foreach (var element in page.QuerySelectorAll("[lang='zh-CN'], .doc"))
            element.Remove();
        Assert.DoesNotMatch("[\u4e00-\u9fff]", page.Body!.TextContent + page.Title);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_id_stands_twice_and_every_reference_finds_its_id(string path)
    {
        var page = await Get(path);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var references = new[] { "aria-labelledby", "aria-describedby", "for" }
            .SelectMany(attribute => page.QuerySelectorAll($"[{attribute}]").SelectMany(element => element.GetAttribute(attribute)!.Split(' ')))
            .Concat(page.QuerySelectorAll("use, main a[href^='#']").Select(element => element.GetAttribute("href")![1..]));
        Assert.Empty(references.Except(ids!));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_with_its_styles_weighs_less_than_100_kB_before_its_charts(string path)
    {
        var client = site.Visitor();
        var html = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await Site.Read(html);
        var weight = html.Content.Headers.ContentLength ?? (await html.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        foreach (var link in page.QuerySelectorAll("link[href]"))
        {
            var asset = await client.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            weight += (await asset.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        weight -= page.QuerySelectorAll("figure.life").Sum(chart => System.Text.Encoding.UTF8.GetByteCount(chart.OuterHtml));
        Assert.InRange(weight, 40_000, 100_000); // less than the style sheet alone would mean that it was not counted
        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));
    }

    [Fact]
    public async Task The_style_sheet_has_a_versioned_address_that_may_be_kept()
    {
        var address = (await Get("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(@"^/_content/Cradle\.Platform\.Web/css/cradle(\.[a-z0-9]+\.css|\.css\?v=.+)$", address);
        var sheet = await site.Visitor().GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Contains("--primary", await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_text_marks_the_root_and_offers_the_way_back()
    {
        var page = await Get("/", "cradle.elder=on");
        Assert.Equal("elder", page.DocumentElement.GetAttribute("data-mode"));
        Assert.Equal("off", page.QuerySelector("button[name=elder]")!.GetAttribute("value"));
        Assert.False((await Get("/")).DocumentElement.HasAttribute("data-mode"));
    }

    [Fact]
    public async Task The_chosen_place_stands_in_the_top_bar()
    {
        Assert.Equal("山西省", (await Get("/", "cradle.place=14")).QuerySelector(".place summary")!.TextContent.Trim());
        Assert.Equal("选地区", (await Get("/", "cradle.place=99")).QuerySelector(".place summary")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_incomplete_form_comes_back_with_linked_errors_and_says_so_in_the_title()
    {
        var client = site.Visitor();
        var form = await Site.Read(await client.GetAsync("/design", TestContext.Current.CancellationToken));
        var token = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await client.PostAsync("/design", new FormUrlEncodedContent([
            new("__RequestVerificationToken", token), new("Nickname", "<b>小安"), new("Weeks", "十"), new("BirthDate.Year", "2026"), new("BirthDate.Month", "2"), new("BirthDate.Day", "30")]), TestContext.Current.CancellationToken);
        var page = await Site.Read(answer);
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
        // In the order of the page, not of the alphabet.
        Assert.Equal(["#Weeks", "#County", "#BirthDate", "#Care"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".errors a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("2026年2月没有 30 日，请检查", page.QuerySelector("#BirthDate-err")!.TextContent);
        Assert.Equal("<b>小安", ((IHtmlInputElement)page.QuerySelector("#Nickname")!).Value);
    }

    private async Task<IHtmlDocument> Get(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var client = site.Visitor();
        return await Site.Read(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
