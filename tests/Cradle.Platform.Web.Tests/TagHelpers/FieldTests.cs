using AngleSharp.Dom;
using Cradle.Platform.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Platform.Web.Tests.TagHelpers;

public class FieldTests
{
    [Fact]
    public void Hint_and_error_are_bound_to_the_input_by_id()
    {
        var view = Rendered.View(Rendered.Posted(("Name", "", "请填写")));
        var body = Rendered.Of(new FieldTagHelper { ViewContext = view, Name = "Name", Label = "称呼", Hint = "不用真名" });
        var input = body.QuerySelector("input#Name")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(["不用真名", "请填写"], input.GetAttribute("aria-describedby")!.Split(' ').Select(id => body.QuerySelector("#" + id)!.TextContent));
        Assert.Equal("Name", body.QuerySelector("label")!.GetAttribute("for"));
    }

    [Fact]
    public void A_field_without_errors_is_not_called_invalid_and_points_to_nothing()
    {
        var input = Rendered.Of(new FieldTagHelper { ViewContext = Rendered.View(), Name = "Name", Label = "称呼" }).QuerySelector("input")!;
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    [Fact]
    public void What_was_posted_is_shown_again_as_text()
    {
        var view = Rendered.View(Rendered.Posted(("Name", Rendered.Hostile, null)));
        Assert.Equal(Rendered.Hostile, Rendered.Of(new FieldTagHelper { ViewContext = view, Name = "Name", Label = "称呼" }).QuerySelector("input")!.GetAttribute("value"));
        var area = Rendered.Of(new FieldTagHelper { ViewContext = view, Name = "Name", Label = "称呼", Rows = 3 });
        Assert.Equal(Rendered.Hostile, area.QuerySelector("textarea")!.TextContent);
        Assert.Null(area.QuerySelector("script"));
    }

    [Fact]
    public void A_password_is_never_shown_again()
    {
        var view = Rendered.View(Rendered.Posted(("Secret", "abc", null)));
        Assert.False(Rendered.Of(new FieldTagHelper { ViewContext = view, Name = "Secret", Label = "密码", Type = "password" }).QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public void A_list_keeps_the_choice_that_was_posted()
    {
        var view = Rendered.View(Rendered.Posted(("County", "2", null)));
        var items = new[] { new SelectListItem("甲", "1", true), new SelectListItem(Rendered.Hostile, "2") };
        var select = Rendered.Of(new FieldTagHelper { ViewContext = view, Name = "County", Label = "区县", Items = items });
        Assert.Equal(Rendered.Hostile, Assert.Single(select.QuerySelectorAll("option[selected]")).TextContent);
    }

    [Fact]
    public void Choices_carry_the_question_as_legend_and_the_posted_answer()
    {
        var view = Rendered.View(Rendered.Posted(("Order", "2", null)));
        var body = Rendered.Of(
            new ChoicesTagHelper { ViewContext = view, Name = "Order", Legend = "第几个？" },
            new ChoiceTagHelper { Value = "1", Label = "第一个" },
            new ChoiceTagHelper { Value = "2", Label = "第二个", Hint = Rendered.Hostile },
            new ChoiceTagHelper { Value = "skip", Label = "先跳过", Alternative = true });
        Assert.Equal("第几个？", body.QuerySelector("fieldset > legend > h1")!.TextContent);
        Assert.Equal(["Order", "Order-2", "Order-3"], body.QuerySelectorAll("input[type=radio][name=Order]").Select(input => input.Id));
        Assert.Equal("2", Assert.Single(body.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.Equal(Rendered.Hostile, body.QuerySelectorAll("small").Single().TextContent);
        Assert.Single(body.QuerySelectorAll(".choice-alt"));
    }

    [Fact]
    public void A_question_without_an_answer_describes_itself_with_hint_and_error()
    {
        var view = Rendered.View(Rendered.Posted(("Order", null, "请选一项")));
        var body = Rendered.Of(new ChoicesTagHelper { ViewContext = view, Name = "Order", Legend = "第几个？", Hint = "包括收养的" }, new ChoiceTagHelper { Value = "1", Label = "第一个" });
        var described = body.QuerySelector("fieldset.field-bad")!.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Equal(["包括收养的", "请选一项"], described.Select(id => body.QuerySelector("#" + id)!.TextContent));
    }

    [Fact]
    public void Several_answers_posted_are_all_ticked()
    {
        var view = Rendered.View(Rendered.Posted(("Care", "a,c", null)));
        var body = Rendered.Of(
            new ChoicesTagHelper { ViewContext = view, Name = "Care", Legend = "谁带？", Multiple = true },
            new ChoiceTagHelper { Value = "a", Label = "甲" }, new ChoiceTagHelper { Value = "b", Label = "乙" }, new ChoiceTagHelper { Value = "c", Label = "丙" });
        Assert.Equal(["a", "c"], body.QuerySelectorAll("input[type=checkbox][checked]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void The_parts_of_a_date_are_labelled_and_keep_what_was_typed()
    {
        var view = Rendered.View(Rendered.Posted(("Birth.Year", "2026", null), ("Birth.Month", "2", null), ("Birth.Day", "30", null), ("Birth", null, "没有 30 日")));
        var body = Rendered.Of(new DateInputTagHelper { ViewContext = view, Name = "Birth", Legend = "哪天出生？" });
        Assert.Equal(["2026", "2", "30"], body.QuerySelectorAll("input").Select(input => input.GetAttribute("value")));
        Assert.Equal(["年", "月", "日"], body.QuerySelectorAll("input").Select(input => body.QuerySelector($"label[for='{input.Id}']")!.TextContent));
        Assert.Equal("Birth", body.QuerySelectorAll("input")[0].Id);
        Assert.Equal("没有 30 日", body.QuerySelector("#Birth-err")!.TextContent);
    }

    [Fact]
    public void The_error_summary_links_each_error_to_its_field_and_takes_the_focus()
    {
        var view = Rendered.View(Rendered.Posted(("Birth", null, "请填日期"), ("Children[0].Name", null, Rendered.Hostile)));
        var summary = Rendered.Of(new ErrorSummaryTagHelper { ViewContext = view }).QuerySelector("div.errors[role=alert]")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal(["#Birth", "#Children_0__Name"], summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Order());
        Assert.Contains(summary.QuerySelectorAll("a"), link => link.TextContent == Rendered.Hostile);
        Assert.Contains("2 处", summary.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_errors_there_is_no_summary() =>
        Assert.Equal("", Rendered.Of(new ErrorSummaryTagHelper { ViewContext = Rendered.View() }).InnerHtml);
}
