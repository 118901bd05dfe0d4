using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-cite document="吉林意见" clause="二（十二）" href="…" draft="false" /&gt;</c>: the clause that a statement stands on.
/// The document's name is in sans, the clause in the document's own serif. What is Chinese in an English page is marked as such.
/// </summary>
[HtmlTargetElement("cr-cite", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CiteTagHelper : TagHelper
{
    public required string Document { get; set; }

    public string? Clause { get; set; }

    public string? Href { get; set; }

    /// <summary>The document is for comment only.</summary>
    public bool Draft { get; set; }

    /// <summary>A national text that the product cites but has not been checked against its official print.</summary>
    public bool Unconfirmed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Href is null ? "span" : "a", "cite");
        if (Draft)
            output.Become(output.TagName, "cite-draft");
        else if (Unconfirmed)
            output.Become(output.TagName, "cite-open");
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);

        output.Content.SetHtmlContent(Markup.Element("span", text: Document).With("lang", LanguageOf(Document)));
        if (Clause.OrNull() is { } clause)
            output.Content.AppendHtml(Markup.Element("b", text: clause).With("lang", LanguageOf(clause)));
        if (Draft)
            output.Content.AppendHtml(Markup.Element("i", text: Wording.Say("征求意见稿", "draft for comment")));
        else if (Unconfirmed)
            output.Content.AppendHtml(Markup.Element("i", text: Wording.Say("待核对", "to be checked")));
    }

    private static string? LanguageOf(string text) => Wording.InEnglish && text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') ? Wording.Chinese : null;
}
