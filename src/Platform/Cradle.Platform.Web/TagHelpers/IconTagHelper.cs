using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-icon name="pin" /&gt;</c>: a drawing of the sprite. With a label it stands for the word.</summary>
[HtmlTargetElement("cr-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Icons.Draw(Name, Label));
    }
}
