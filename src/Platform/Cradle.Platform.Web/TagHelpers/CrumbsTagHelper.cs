using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-crumbs&gt;&lt;cr-crumb href="/"&gt;首页&lt;/cr-crumb&gt;&lt;cr-crumb&gt;…&lt;/cr-crumb&gt;&lt;/cr-crumbs&gt;</c>: where one is.</summary>
[HtmlTargetElement("cr-crumbs")]
[RestrictChildren("cr-crumb")]
public sealed class CrumbsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = await output.GetChildContentAsync();
        output.Become("nav", "crumbs");
        output.Attributes.SetAttribute("aria-label", Wording.Say("位置", "You are here"));
        output.Content.SetHtmlContent(Markup.Element("ol").Append(crumbs));
    }
}
