using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-figure heading="产假" value="180" unit="天"&gt;…&lt;/cr-figure&gt;</c> in a list of class <c>figures</c>: one number with its meaning and clause.</summary>
[HtmlTargetElement("cr-figure")]
public sealed class FigureTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public required string Value { get; set; }

    public string? Unit { get; set; }

    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("li");
        output.Content.SetHtmlContent(Markup.Element("h3", text: Heading));
        output.Content.AppendHtml(Markup.Element("span", "fig", Value).Append(Unit.OrNull() is { } unit ? Markup.Element("small", text: unit) : null));
        output.Content.AppendHtml(Text.OrNull() is { } text ? Markup.Element("p", text: text) : null);
        output.Content.AppendHtml(content);
    }
}
