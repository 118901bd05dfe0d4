using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One line of the running answer.</summary>
[HtmlTargetElement("cr-tally-item", ParentTag = "cr-tally", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TallyItemTagHelper : TagHelper
{
    public required string Label { get; set; }

    public required string Status { get; set; }

    public string? Figure { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var mark = OutcomeMark.Of(Status);
        var label = Markup.Element("span", text: Label);
        if (Figure.OrNull() is { } figure)
            label.Append(" ").Append(Markup.Element("b", "num", figure));
        output.Become("li");
        output.Content.SetHtmlContent(label);
        output.Content.AppendHtml(Markup.Element("span", $"st st-{mark.Tone}").Append(Icons.Draw(mark.Icon)).Append(mark.Word.ToString()));
    }
}
