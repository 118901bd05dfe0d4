using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-answers&gt;&lt;cr-answer label="…" href="…"&gt;…&lt;/cr-answer&gt;&lt;/cr-answers&gt;</c>: what was answered, each with a way to change it.</summary>
[HtmlTargetElement("cr-answers")]
public sealed class AnswersTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answers = await output.GetChildContentAsync();
        output.Become("dl", "sum", "wide-sum");
        output.Content.SetHtmlContent(answers);
    }
}
