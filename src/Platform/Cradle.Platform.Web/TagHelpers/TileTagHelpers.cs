using Cradle.Platform.Web.Work;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-tiles label="…"&gt;&lt;cr-tile …/&gt;…&lt;/cr-tiles&gt;</c>: the numbers of a dashboard, each the door to its list.</summary>
[HtmlTargetElement("cr-tiles")]
public sealed class TilesTagHelper : TagHelper
{
    /// <summary>What the numbers are about.</summary>
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tiles = await output.GetChildContentAsync();
        output.Become("nav", "tiles");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(tiles);
    }
}

/// <summary>
/// <c>&lt;cr-tile href="…" label="…" value="3" below="…" /&gt;</c>: a number, what it counts, and the list of what it counts. <c>light</c> draws a
/// time limit's shape beside the label.
/// </summary>
[HtmlTargetElement("cr-tile", ParentTag = "cr-tiles", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TileTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The list behind the number, from <c>~/</c>.</summary>
    public required string Href { get; set; }

    public required string Label { get; set; }

    public required string Value { get; set; }

    public string? Unit { get; set; }

    /// <summary>Of what time it is, or how it is counted.</summary>
    public string? Below { get; set; }

    public Light? Light { get; set; }

    /// <summary>Whether its list is the one on the page.</summary>
    public bool Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "tile");
        output.Attributes.SetAttribute("href", Href.StartsWith("~/", StringComparison.Ordinal) ? ViewContext.HttpContext.Request.PathBase + Href[1..] : Href);
        if (Current)
            output.Attributes.SetAttribute("aria-current", "page");
        var label = Markup.Element("span", Light is { } light ? "tl tl-" + TimeLight.IconOf(light) : "tl").Append(Light is { } shape ? Icons.Draw(TimeLight.IconOf(shape)) : null).Append(Label);
        output.Content.SetHtmlContent(label);
        output.Content.AppendHtml(Markup.Element("strong", text: Value).Append(Unit.OrNull() is { } unit ? Markup.Element("small", text: unit) : null));
        if (Below.OrNull() is { } below)
            output.Content.AppendHtml(Markup.Element("small", text: below));
    }
}
