using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One step of the path. Without an address it is the page itself; with <c>back</c> it leads to the page before.</summary>
[HtmlTargetElement("cr-crumb", ParentTag = "cr-crumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public bool Back { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var place = Href is null
            ? Markup.Element("span").With("aria-current", "page")
            : Markup.Element("a", Back ? "crumb-back" : null).With("href", Href);
        if (Back)
            place.Append(Icons.Draw("back"));
        output.Become("li");
        output.Content.SetHtmlContent(place.Append(text));
    }
}
