using AngleSharp.Dom;
using Cradle.Platform.Files;
using Cradle.Platform.Web.TagHelpers;
using Cradle.Platform.Web.Work;

namespace Cradle.Platform.Web.Tests.TagHelpers;

public class WorklistTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly WorkItem Item = new("17", "~/desk/17", Rendered.Hostile, "0412", "核对", Today.AddDays(-1));

    [Theory]
    [InlineData(-3, Light.Late, "逾期 3 天")]
    [InlineData(-1, Light.Late, "逾期 1 天")]
    [InlineData(0, Light.Soon, "今天到期")]
    [InlineData(1, Light.Soon, "明天到期")]
    [InlineData(2, Light.Soon, "还剩 2 天")]
    [InlineData(3, Light.InTime, "还剩 3 天")]
    public void A_last_day_has_a_light_and_words(int days, Light light, string words)
    {
        Assert.Equal(light, TimeLight.Of(Today.AddDays(days), Today));
        Assert.Equal(words, TimeLight.Say(Today.AddDays(days), Today));
    }

    [Fact]
    public void Every_light_has_a_drawing_and_a_word_of_its_own()
    {
        var lights = Enum.GetValues<Light>();
        Assert.Equal(lights.Length, lights.Select(TimeLight.IconOf).Distinct().Count());
        Assert.Equal(lights.Length, lights.Select(TimeLight.Say).Distinct().Count());
    }

    [Fact]
    public void A_row_says_its_limit_by_shape_and_word_and_leads_to_where_it_is_handled()
    {
        var body = List(new Worklist("待办", Today, [Item, Item with { Id = "18", Waiting = true }]));
        var first = body.QuerySelector("tbody tr")!;
        Assert.Equal("#i-late", first.QuerySelector(".tl-late use")!.GetAttribute("href"));
        Assert.Contains("逾期 1 天", first.TextContent, StringComparison.Ordinal);
        Assert.Equal(("/desk/17", Rendered.Hostile), (first.QuerySelector("th[scope=row] a")!.GetAttribute("href"), first.QuerySelector("th a")!.TextContent));
        Assert.NotNull(body.QuerySelectorAll("tbody tr")[1].QuerySelector(".tl-wait"));
        Assert.Null(body.QuerySelector("input, .batch"));
        Assert.Equal("待办", body.QuerySelector("caption")!.TextContent);
    }

    [Fact]
    public void Rows_are_chosen_by_boxes_that_say_what_they_choose()
    {
        var body = List(new Worklist("待办", Today, [Item]) { Choose = "ids" });
        var box = body.QuerySelector("td.pick input[type=checkbox][name=ids]")!;
        Assert.Equal(("17", $"选择 {Rendered.Hostile} 0412"), (box.GetAttribute("value"), box.GetAttribute("aria-label")));
        Assert.NotNull(body.QuerySelector(".batch"));
        Assert.Equal(body.QuerySelectorAll("thead th").Length, body.QuerySelectorAll("tbody tr > *").Length);
    }

    [Fact]
    public void An_empty_list_says_so() => Assert.Equal("都办完了", List(new Worklist("待办", Today, []) { Empty = "都办完了" }).TextContent);

    [Fact]
    public void A_number_of_a_dashboard_opens_its_list()
    {
        var tile = Rendered.Of(new TileTagHelper { ViewContext = Rendered.View(), Href = "~/desk?light=Late", Label = "已逾期", Value = "3", Below = "最久 2 天", Light = Light.Late, Current = true }).QuerySelector("a.tile")!;
        Assert.Equal(("/desk?light=Late", "page", "3"), (tile.GetAttribute("href"), tile.GetAttribute("aria-current"), tile.QuerySelector("strong")!.TextContent));
        Assert.NotNull(tile.QuerySelector("use[href='#i-late']"));
    }

    [Fact]
    public void An_upload_says_what_it_takes_and_why_a_file_was_refused()
    {
        var view = Rendered.View(Rendered.Posted(("Paper", null, "文件太大")));
        var input = Rendered.Of(new UploadTagHelper { ViewContext = view, Name = "Paper", Label = "出生医学证明", Rule = UploadRule.Papers });
        var control = input.QuerySelector("input[type=file]#Paper")!;
        Assert.Equal(".pdf,.jpeg,.jpg,.png", control.GetAttribute("accept"));
        Assert.Equal(["PDF、JPG 照片、PNG 图片，最多 10 MB", "文件太大"], control.GetAttribute("aria-describedby")!.Split(' ').Select(id => input.QuerySelector("#" + id)!.TextContent));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
    }

    private static IElement List(Worklist model) => Rendered.Of(new WorklistTagHelper { ViewContext = Rendered.View(), Model = model });
}
