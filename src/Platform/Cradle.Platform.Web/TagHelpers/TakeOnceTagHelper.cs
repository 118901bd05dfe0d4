using Cradle.Platform.Web.Binding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>Puts a key into every form of a page that takes its forms once: two presses of one button are one form.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class TakeOnceTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ActionDescriptor.FilterDescriptors.Any(descriptor => descriptor.Filter is TakeOnceAttribute) && output.Attributes["method"]?.Value.ToString() == "post")
            output.PostContent.AppendHtml(Markup.Element("input").With("type", "hidden").With("name", TakeOnceAttribute.Field).With("value", Guid.NewGuid().ToString("N")));
    }
}
