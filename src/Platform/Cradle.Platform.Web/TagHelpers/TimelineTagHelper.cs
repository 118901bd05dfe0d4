using Cradle.Platform.Web.Timelines;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-timeline model="…" /&gt;</c>: the same facts drawn twice, across for a desk and downwards for a phone or large text, with the
/// table behind both.
/// </summary>
[HtmlTargetElement("cr-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTagHelper : TagHelper
{
    public required Timeline Model { get; set; }

    /// <summary>Beginning of the ids, where a page has more than one.</summary>
    public string Id { get; set; } = "timeline";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("figure", "card", "life");
        output.Content.SetHtmlContent(TimelineDrawing.Across(Model, Id));
        output.Content.AppendHtml(TimelineDrawing.Downward(Model));
        output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(Markup.Element("details", "more")
            .Append(Markup.Element("summary", text: Wording.Say("用表格看", "As a table")))
            .Append(Markup.Element("div").Append(Table())));
    }

    private TagBuilder Legend()
    {
        var legend = Markup.Element("ul", "legend");
        (TimelineKind Kind, string Text)[] kinds =
        [
            (TimelineKind.Certain, Wording.Say("确定可享受", "certain")),
            (TimelineKind.Open, Wording.Say("内容确定，时段未定", "certain, but the time is open")),
            (TimelineKind.Draft, Wording.Say("草案提示", "draft only")),
        ];
        foreach (var (kind, text) in kinds.Where(kind => Model.Drawn.Any(bar => bar.Kind == kind.Kind)))
            legend.Append(Markup.Element("li").Append(TimelineDrawing.Sample(kind)).Append(text));
        return legend;
    }

    private TagBuilder Table()
    {
        var head = Markup.Element("tr");
        foreach (var column in new[] { Wording.Say("项目", "What"), Wording.Say("从", "From"), Wording.Say("到", "Until") })
            head.Append(Markup.Element("th", text: column).With("scope", "col"));

        var body = Markup.Element("tbody");
        foreach (var bar in Model.Bars)
        {
            var name = Markup.Element("th", text: bar.Who is null ? bar.Label : Wording.Say($"{bar.Label}（{bar.Who}）", $"{bar.Label} ({bar.Who})")).With("scope", "row");
            var note = string.Join(Wording.Say("，", ", "), new[]
            {
                bar.Text.OrNull(), bar.Detail.OrNull(), bar.Kind == TimelineKind.Draft ? Wording.Say("草案提示", "draft only") : null,
            }.OfType<string>());
            if (note.Length > 0)
                name.Append(Markup.Element("small", text: note));
            body.Append(Markup.Element("tr").Append(name)
                .Append(Markup.Element("td", "num", Wording.Iso(bar.From)))
                .Append(bar.Until is { } until
                    ? Markup.Element("td", "num", Wording.Iso(until))
                    : Markup.Element("td", text: bar.Kind == TimelineKind.Open ? Wording.Say("文件未写明", "not written") : Wording.Say("没有期限", "no end"))));
        }

        return Markup.Element("table", "tbl").Append(Markup.Element("caption", "vh", Model.Title)).Append(Markup.Element("thead").Append(head)).Append(body);
    }
}
