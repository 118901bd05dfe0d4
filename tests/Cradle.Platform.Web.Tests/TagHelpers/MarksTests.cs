using AngleSharp.Dom;
using Cradle.Platform.Web.TagHelpers;
using Cradle.Rules.Evaluation;

namespace Cradle.Platform.Web.Tests.TagHelpers;

public class MarksTests
{
    [Fact]
    public void Every_outcome_of_the_rules_has_a_shape_a_word_and_a_tone_of_its_own()
    {
        var marks = Enum.GetNames<OutcomeStatus>().Select(OutcomeMark.Of).ToList();
        Assert.Equal(marks.Count, marks.Select(mark => mark.Icon).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(mark => mark.Word.Zh).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(mark => mark.Word.En).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(mark => mark.Tone).Distinct().Count());
        Assert.All(marks, mark => Assert.Contains(mark.Icon, Icons.All.Keys));
    }

    [Theory]
    [InlineData("notSet")]
    [InlineData("not-set")]
    [InlineData("NotSet")]
    public void A_status_is_known_in_every_spelling_of_the_answers(string status) => Assert.Equal("unset", OutcomeMark.Of(status).Tone);

    [Fact]
    public void An_unknown_status_is_refused_with_the_known_ones() =>
        Assert.Contains("entitled", Assert.Throws<ArgumentException>(() => OutcomeMark.Of("granted")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_status_shows_drawing_and_word()
    {
        var status = Rendered.Of(new StatusTagHelper { Value = "entitled" }).QuerySelector("span.st.st-yes")!;
        Assert.Equal("#i-yes", status.QuerySelector("svg[aria-hidden=true] use")!.GetAttribute("href"));
        Assert.Equal("可享受", status.TextContent);
    }

    [Fact]
    public void A_status_speaks_English_after_the_switch()
    {
        using var english = new InLanguage("en");
        Assert.Equal("Entitled", Rendered.Of(new StatusTagHelper { Value = "entitled" }).TextContent);
    }

    [Fact]
    public void Content_replaces_the_word_of_a_status_but_not_its_shape()
    {
        var status = Rendered.Of(new StatusTagHelper { Value = "entitled" }, "已办好");
        Assert.Equal("已办好", status.TextContent);
        Assert.NotNull(status.QuerySelector("use[href='#i-yes']"));
    }

    [Fact]
    public void A_drawing_without_a_label_is_passed_over_and_one_with_a_label_is_read()
    {
        Assert.Equal("true", Rendered.Of(new IconTagHelper { Name = "go" }).QuerySelector("svg")!.GetAttribute("aria-hidden"));
        var labelled = Rendered.Of(new IconTagHelper { Name = "go", Label = Rendered.Hostile }).QuerySelector("svg")!;
        Assert.Equal("img", labelled.GetAttribute("role"));
        Assert.Equal(Rendered.Hostile, labelled.GetAttribute("aria-label"));
    }

    [Fact]
    public void A_drawing_that_the_sprite_lacks_is_refused_by_name() =>
        Assert.Contains("'gone'", Assert.Throws<ArgumentException>(() => Rendered.Of(new IconTagHelper { Name = "gone" })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_citation_is_a_link_with_the_clause_in_the_voice_of_the_document()
    {
        var cite = Rendered.Of(new CiteTagHelper { Document = "吉林意见", Clause = "二（十二）", Href = "/policy/000" }).QuerySelector("a.cite")!;
        Assert.Equal("/policy/000", cite.GetAttribute("href"));
        Assert.Equal("二（十二）", cite.QuerySelector("b")!.TextContent);
        Assert.Null(cite.QuerySelector("i"));
    }

    [Fact]
    public void A_draft_says_that_it_is_one()
    {
        var cite = Rendered.Of(new CiteTagHelper { Document = "长春方案", Clause = "5", Href = "/", Draft = true }).QuerySelector("a.cite-draft")!;
        Assert.Equal("征求意见稿", cite.QuerySelector("i")!.TextContent);
    }

    [Fact]
    public void A_citation_without_a_page_is_no_link_and_hostile_names_stay_text()
    {
        var body = Rendered.Of(new CiteTagHelper { Document = Rendered.Hostile, Clause = Rendered.Hostile });
        Assert.Null(body.QuerySelector("a, script"));
        Assert.Equal(Rendered.Hostile + Rendered.Hostile, body.QuerySelector("span.cite")!.TextContent);
    }

    [Fact]
    public void Names_of_documents_stay_Chinese_in_English_and_say_so()
    {
        using var english = new InLanguage("en");
        var cite = Rendered.Of(new CiteTagHelper { Document = "吉林意见", Clause = "二（十二）" });
        Assert.Equal(["zh-CN", "zh-CN"], cite.QuerySelectorAll("[lang]").Select(element => element.GetAttribute("lang")));
    }
}
