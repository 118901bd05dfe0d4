using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One answer. Without content it was skipped, and says so with a dashed edge.</summary>
[HtmlTargetElement("cr-answer", ParentTag = "cr-answers", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AnswerTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Where the answer is changed.</summary>
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = await output.GetChildContentAsync();
        var skipped = answer.IsEmptyOrWhiteSpace;
        output.Become("div");
        if (skipped)
            output.Become("div", "skipped");

        output.Content.SetHtmlContent(Markup.Element("dt", text: Label));
        output.Content.AppendHtml(skipped
            ? Markup.Element("dd").Append(Markup.Element("span", "skip-mark", Wording.Say("先跳过了", "Skipped for now")))
            : Markup.Element("dd").Append(answer));
        if (Href is not null)
        {
            output.Content.AppendHtml(Markup.Element("dd", "act").Append(Markup.Element("a").With("href", Href)
                .Append(skipped ? Wording.Say("补上", "Answer") : Wording.Say("改", "Change"))
                .Append(Markup.Element("span", "vh", Wording.Say("：" + Label, ": " + Label)))));
        }
    }
}
