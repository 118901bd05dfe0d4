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

    /// <summary>Whether only the heading and the figure show until somebody opens it.</summary>
    public bool Folded { get; set; }

    /// <summary>What stands under the heading of a folded card.</summary>
    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slot = new OutcomeFoot();
        context.Items[typeof(OutcomeFoot)] = slot;
        var content = await output.GetChildContentAsync();

        var mark = OutcomeMark.Of(Status);
        output.Become("article", "out");
        if (mark.Tone is "draft" or "unset")
            output.Become("article", "out-" + mark.Tone);

        var heading = Markup.Element("h" + Level, text: Heading);
        var status = Markup.Element("span", $"st st-{mark.Tone}").Append(Icons.Draw(mark.Icon)).Append(mark.Word.ToString());
        var figure = Figure.OrNull() is { } number ? Markup.Element("p", "fig", number).Append(Unit.OrNull() is { } unit ? Markup.Element("small", text: unit) : null) : null;
        var foot = slot.Content is null ? null : Markup.Element("div", "out-foot").Append(slot.Content);
        if (Folded)
        {
            output.Become("article", "out-line");
            output.Content.SetHtmlContent(Markup.Element("details")
                .Append(Markup.Element("summary").Append(Markup.Element("div").Append(heading).Append(Hint.OrNull() is { } hint ? Markup.Element("p", "small", hint) : null)).Append(figure))
                .Append(Markup.Element("div", "out-body").Append(status).Append(content).Append(foot)));
            return;
        }

        output.Content.SetHtmlContent(Markup.Element("div", "out-head").Append(heading).Append(status));
        if (figure is not null)
            output.Content.AppendHtml(figure);
        output.Content.AppendHtml(content);
        if (foot is not null)
            output.Content.AppendHtml(foot);
    }

    internal sealed class OutcomeFoot
    {
        public IHtmlContent? Content { get; set; }
    }
}
