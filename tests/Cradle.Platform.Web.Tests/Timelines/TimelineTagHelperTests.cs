using AngleSharp.Dom;
using Cradle.Platform.Web.TagHelpers;
using Cradle.Platform.Web.Tests.TagHelpers;
using Cradle.Platform.Web.Timelines;

namespace Cradle.Platform.Web.Tests.Timelines;

public class TimelineTagHelperTests
{
    private static readonly Timeline Hostile = new()
    {
        Title = Rendered.Hostile, From = Samples.Birth, To = Samples.Birth.AddDays(400),
        Bars =
        [
            new() { Label = Rendered.Hostile, Who = Rendered.Hostile, From = Samples.Birth, Until = Samples.Birth.AddDays(9), Text = Rendered.Hostile, Detail = Rendered.Hostile },
            new() { Label = "在时间轴以外", From = Samples.Birth.AddYears(5), Kind = TimelineKind.Draft },
        ],
    };

    [Fact]
    public void Hostile_words_in_a_time_line_stay_text()
    {
        var figure = Rendered.Of(new TimelineTagHelper { Model = Hostile });
        Assert.Null(figure.QuerySelector("script, [style]"));
        Assert.Contains(figure.QuerySelectorAll("svg text"), text => text.TextContent == Rendered.Hostile);
    }

    [Fact]
    public void The_table_has_every_bar_also_those_beyond_the_axis()
    {
        var rows = Rendered.Of(new TimelineTagHelper { Model = Hostile }).QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Equal(["2026-04-02", "2026-04-11"], rows[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.StartsWith("在时间轴以外", rows[1].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_drawing_has_a_name_and_says_where_the_same_stands_in_words()
    {
        var figure = Rendered.Of(new TimelineTagHelper { Model = Hostile });
        var svg = figure.QuerySelector("svg.wide[role=img]")!;
        Assert.Equal([Rendered.Hostile, "下方有同样内容的表格。"], svg.GetAttribute("aria-labelledby")!.Split(' ').Select(id => figure.QuerySelector("#" + id)!.TextContent));
    }
}
