using System.Globalization;
using Cradle.Platform.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Platform.Web.Timelines;

/// <summary>Turns the two layouts into markup. Styles come from classes only.</summary>
internal static class TimelineDrawing
{
    public static TagBuilder Across(Timeline timeline, string id)
    {
        var layout = AcrossLayout.Of(timeline);
        var svg = Markup.Element("svg", "wide")
            .With("viewBox", $"0 0 {N(AcrossLayout.Width)} {N(layout.Height)}")
            .With("role", "img")
            .With("aria-labelledby", $"{id}-title {id}-desc")
            .Append(Markup.Element("title", text: timeline.Title).With("id", id + "-title"))
            .Append(Markup.Element("desc", text: Wording.Say("下方有同样内容的表格。", "The table below says the same.")).With("id", id + "-desc"));

        foreach (var y in layout.LaneLines)
            svg.Append(Path("g", $"M0 {N(y)}H{N(AcrossLayout.Width)}"));
        foreach (var x in layout.Ticks)
            svg.Append(Path("g2", $"M{N(x)} {N(layout.Top)}V{N(layout.Bottom)}"));
        foreach (var bar in layout.Bars)
            svg.Append(Bar(bar));
        if (layout.TodayX is { } today)
        {
            svg.Append(Path("now", $"M{N(today)} {N(layout.Top)}V{N(layout.Bottom + 14)}"));
            svg.Append(Markup.Element("circle", "now-d").With("cx", N(today)).With("cy", N(layout.Bottom + 14)).With("r", "5"));
        }

        foreach (var text in layout.Texts)
        {
            svg.Append(Markup.Element("text", text.Tone.OrNull(), text.Text)
                .With("x", N(text.X)).With("y", N(text.Y)).With("font-size", N(text.Size))
                .With("text-anchor", text.Anchor switch { TextAnchor.Middle => "middle", TextAnchor.End => "end", _ => null }));
        }

        return svg;
    }

    public static TagBuilder Downward(Timeline timeline)
    {
        var layout = DownwardLayout.Of(timeline);
        var list = Markup.Element("ol", "tall down").With("aria-label", timeline.Title);
        TagBuilder? day = null;
        foreach (var row in layout.Rows)
        {
            if (row.Kind is DownRowKind.Day or DownRowKind.Today)
                list.Append(day = Markup.Element("li"));
            day!.Append(Row(row, layout.RailCount));
        }

        return list;
    }

    /// <summary>A small bar for the legend.</summary>
    public static TagBuilder Sample(TimelineKind kind)
    {
        var bar = kind == TimelineKind.Certain
            ? Rect("b1", 0, 0, 24, 14, 4)
            : Rect(kind == TimelineKind.Draft ? "draft" : "hatch", .75, .75, 22.5, 12.5, 4);
        return Markup.Element("svg").With("viewBox", "0 0 24 14").With("aria-hidden", "true").Append(bar);
    }

    private static TagBuilder Row(DownRow row, int railCount)
    {
        var rails = Markup.Element("span", railCount > 12 ? "rails rails-tiny" : railCount > 6 ? "rails rails-tight" : "rails").With("aria-hidden", "true");
        foreach (var rail in row.Rails)
            rails.Append(Markup.Element("i", rail.OrNull()));

        var text = Markup.Element("span", "down-text");
        var name = Markup.Element("b", text: row.Heading);
        text.Append(name);
        if (row.Who is { } who)
            text.Append(" ").Append(Markup.Element("span", "down-who", who));
        if (row.BarKind == TimelineKind.Draft)
            text.Append(" ").Append(Markup.Element("span", "down-draft", Wording.Say("草案提示", "draft only")));
        if (row.Text is { } words)
            text.Append(" ").Append(Markup.Element("span", "down-note", words));
        var tone = row.Kind switch
        {
            DownRowKind.Day => "down-day",
            DownRowKind.Today => "down-day down-today",
            DownRowKind.End => "down-end",
            _ => row.IsOnRail ? "down-start" : "down-start down-loose",
        };
        return Markup.Element("p", tone).Append(rails).Append(text);
    }

    private static TagBuilder Bar(PlacedBar bar) => bar.Kind switch
    {
        TimelineKind.Open => Rect("hatch", bar.X, bar.Y, bar.Width, bar.Height, 3),
        TimelineKind.Draft => Rect("draft", bar.X, bar.Y, bar.Width, bar.Height, 6),
        _ => Rect(bar.IsSecond ? "b2" : "b1", bar.X, bar.Y, bar.Width, bar.Height, 6),
    };

    private static TagBuilder Rect(string @class, double x, double y, double width, double height, double radius)
    {
        var rect = Markup.Element("rect", @class)
            .With("x", N(x)).With("y", N(y)).With("width", N(width)).With("height", N(height)).With("rx", N(Math.Min(radius, width / 2)));
        return @class == "hatch" ? rect.With("fill", "url(#hatching)") : rect;
    }

    private static TagBuilder Path(string @class, string d) => Markup.Element("path", @class).With("d", d);

    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
