using Cradle.Platform.Web.TagHelpers;

namespace Cradle.Platform.Web.Tests.TagHelpers;

public class OutcomeTests
{
    [Fact]
    public void A_card_shows_heading_status_figure_content_and_foot_in_this_order()
    {
        var items = new Dictionary<object, object>();
        var html = Rendered.Html(
            new OutcomeTagHelper { Status = "advisory", Heading = "样例", Figure = "7", Unit = "天" },
            () => "<p>谁</p>" + Rendered.Html(new OutcomeFootTagHelper(), () => "<a href=\"/\">为什么</a>", items),
            items);
        var card = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("article.out.out-draft")!;
        Assert.Equal(["DIV", "P", "P", "DIV"], card.Children.Select(child => child.TagName));
        Assert.Equal("样例", card.QuerySelector("h3")!.TextContent);
        Assert.Equal("草案提示", card.QuerySelector(".st")!.TextContent);
        Assert.Equal("7天", card.QuerySelector(".fig")!.TextContent);
        Assert.Equal("为什么", card.QuerySelector(".out-foot a")!.TextContent);
    }

    [Fact]
    public void Hostile_words_in_a_card_stay_text()
    {
        var card = Rendered.Of(new OutcomeTagHelper { Status = "entitled", Heading = Rendered.Hostile, Figure = Rendered.Hostile, Unit = Rendered.Hostile });
        Assert.Null(card.QuerySelector("script"));
        Assert.Equal(Rendered.Hostile, card.QuerySelector("h3")!.TextContent);
        Assert.Equal(Rendered.Hostile + Rendered.Hostile, card.QuerySelector(".fig")!.TextContent);
    }

    [Fact]
    public void A_folded_group_says_how_many_and_which()
    {
        var group = Rendered.Of(new GroupTagHelper { Heading = "草案提示", Status = "advisory", Count = 3, Preview = "甲、乙、丙" }, "<p>内容</p>").QuerySelector("details.group")!;
        Assert.False(group.HasAttribute("open"));
        Assert.Equal("草案提示 3", group.QuerySelector("summary h2")!.TextContent);
        Assert.Equal("甲、乙、丙", group.QuerySelector("summary p")!.TextContent);
    }

    [Fact]
    public void A_skipped_answer_says_so_and_offers_to_answer()
    {
        var body = Rendered.Of(new AnswersTagHelper(), new AnswerTagHelper { Label = "是不是独生子女", Href = "/q" });
        Assert.Equal("先跳过了", body.QuerySelector("dd .skip-mark")!.TextContent);
        Assert.Equal("补上：是不是独生子女", body.QuerySelector("dd.act a")!.TextContent);
    }

    [Fact]
    public void Each_change_link_names_its_answer()
    {
        var answer = Rendered.Of(new AnswerTagHelper { Label = Rendered.Hostile, Href = "/q" }, "两个");
        Assert.Equal("改：" + Rendered.Hostile, answer.QuerySelector(".act a")!.TextContent);
        Assert.Null(answer.QuerySelector("script"));
    }

    [Fact]
    public void A_tally_line_shows_label_figure_and_status()
    {
        var line = Rendered.Of(new TallyTagHelper(), new TallyItemTagHelper { Label = "产假", Figure = "7 天", Status = "unknown" }).QuerySelector("ul.tally li")!;
        Assert.Equal("产假 7 天还差信息", line.TextContent);
    }

    [Fact]
    public void Steps_mark_what_is_done_and_what_is_now()
    {
        var steps = Rendered.Of(new StepsTagHelper { Current = 3, Total = 5 });
        Assert.Equal(["on", "on", "now", null, null], steps.QuerySelectorAll("li").Select(li => li.GetAttribute("class")));
        Assert.Equal("第 3 题，最多 5 题", steps.QuerySelector("span")!.TextContent);
    }

    [Fact]
    public void A_kind_of_note_that_does_not_exist_is_refused() =>
        Assert.Contains("'loud'", Assert.Throws<ArgumentException>(() => Rendered.Of(new NoteTagHelper { Kind = "loud" })).Message, StringComparison.Ordinal);
}
