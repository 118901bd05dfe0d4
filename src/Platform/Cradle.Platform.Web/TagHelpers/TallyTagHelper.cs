using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-tally heading="目前的结果"&gt;&lt;cr-tally-item label="产假" figure="180 天" status="entitled" /&gt;…&lt;/cr-tally&gt;</c>: the running
/// answer beside a question. <c>below</c> is a quiet line under it.
/// </summary>
[HtmlTargetElement("cr-tally")]
public sealed class TallyTagHelper : TagHelper
{
    public string? Heading { get; set; }

    public string? Below { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await output.GetChildContentAsync();
        var heading = Heading.OrNull() ?? Wording.Say("目前的结果", "So far");
        output.Become("section", "card", "stick");
        output.Attributes.SetAttribute("aria-labelledby", "tally-heading");
        output.Content.SetHtmlContent(Markup.Element("h2", "as-l", heading).With("id", "tally-heading"));
        output.Content.AppendHtml(Markup.Element("ul", "tally").Append(items));
        if (Below.OrNull() is { } below)
            output.Content.AppendHtml(Markup.Element("p", "small up-3", below));
    }
}
