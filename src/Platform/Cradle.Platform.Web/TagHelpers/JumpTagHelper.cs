using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-jump&gt;&lt;cr-jump-to href="#yes" status="entitled" count="3" /&gt;…&lt;/cr-jump&gt;</c>: the counts of a result, each leading to its group.</summary>
[HtmlTargetElement("cr-jump")]
[RestrictChildren("cr-jump-to")]
public sealed class JumpTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = await output.GetChildContentAsync();
        output.Become("nav", "jump");
        output.Attributes.SetAttribute("aria-label", Wording.Say("按结果分组", "Results by group"));
        output.Content.SetHtmlContent(links);
    }
}
