using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One step of the path. Without an address it is the page itself; with <c>back</c> it leads to the page before.</summary>
[HtmlTargetElement("cr-crumb", ParentTag = "cr-crumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    /// <summary>The address; <c>~/</c> is the root of the site.</summary>
    public string? Href { get; set; }

    public bool Back { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    // Razor resolves ~/ in the attributes of HTML elements only, not in those of a tag helper.
    private string? Address => Href is not null && Href.StartsWith("~/", StringComparison.Ordinal) ? ViewContext.HttpContext.Request.PathBase + Href[1..] : Href;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var place = Href is null
            ? Markup.Element("span").With("aria-current", "page")
            : Markup.Element("a", Back ? "crumb-back" : null).With("href", Address);
        if (Back)
            place.Append(Icons.Draw("back"));
        output.Become("li");
        output.Content.SetHtmlContent(place.Append(text));
    }
}
