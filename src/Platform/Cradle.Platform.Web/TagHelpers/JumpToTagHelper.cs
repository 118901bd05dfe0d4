using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One count of <c>&lt;cr-jump&gt;</c>.</summary>
[HtmlTargetElement("cr-jump-to", ParentTag = "cr-jump", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class JumpToTagHelper : TagHelper
{
    public required string Href { get; set; }

    public required string Status { get; set; }

    public int Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var mark = OutcomeMark.Of(Status);
        output.Become("a", "tone-" + mark.Tone);
        output.Attributes.SetAttribute("href", Href);
        output.Content.SetHtmlContent(Icons.Draw(mark.Icon));
        output.Content.AppendHtml(Markup.Element("span", text: mark.Word.ToString()));
        output.Content.AppendHtml(Markup.Element("b", text: Count.ToString(CultureInfo.InvariantCulture)));
    }
}
