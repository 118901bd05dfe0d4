using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-status value="entitled" /&gt;</c>: shape, word and colour of an outcome. Content replaces the word.</summary>
[HtmlTargetElement("cr-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagHelper : TagHelper
{
    public required string Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var mark = OutcomeMark.Of(Value);
        var word = await output.GetChildContentAsync();
        output.Become("span", "st", "st-" + mark.Tone);
        output.PreContent.SetHtmlContent(Icons.Draw(mark.Icon));
        if (word.IsEmptyOrWhiteSpace)
            output.Content.SetContent(mark.Word.ToString());
        else
            output.Content.SetHtmlContent(word);
    }
}
