using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-outcome status="entitled" heading="产假" figure="180" unit="天"&gt;…&lt;cr-outcome-foot&gt;…&lt;/cr-outcome-foot&gt;&lt;/cr-outcome&gt;</c>:
/// one answer as a card. The content says who, when and where; the foot holds the clauses and "why".
/// </summary>
[HtmlTargetElement("cr-outcome")]
public sealed class OutcomeTagHelper : TagHelper
{
    public required string Status { get; set; }

    public required string Heading { get; set; }

    /// <summary>Level of the heading; 3 unless told.</summary>
    public int Level { get; set; } = 3;

    public string? Figure { get; set; }

    public string? Unit { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slot = new OutcomeFoot();
        context.Items[typeof(OutcomeFoot)] = slot;
        var content = await output.GetChildContentAsync();

        var mark = OutcomeMark.Of(Status);
        output.Become("article", "out");
        if (mark.Tone is "draft" or "unset")
            output.Become("article", "out-" + mark.Tone);

        output.Content.SetHtmlContent(Markup.Element("div", "out-head")
            .Append(Markup.Element("h" + Level, text: Heading))
            .Append(Markup.Element("span", $"st st-{mark.Tone}").Append(Icons.Draw(mark.Icon)).Append(mark.Word.ToString())));
        if (Figure.OrNull() is { } figure)
            output.Content.AppendHtml(Markup.Element("p", "fig", figure).Append(Unit.OrNull() is { } unit ? Markup.Element("small", text: unit) : null));
        output.Content.AppendHtml(content);
        if (slot.Content is { } foot)
            output.Content.AppendHtml(Markup.Element("div", "out-foot").Append(foot));
    }

    internal sealed class OutcomeFoot
    {
        public IHtmlContent? Content { get; set; }
    }
}
