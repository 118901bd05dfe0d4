using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-group id="draft" status="advisory" heading="草案提示" count="3" preview="…"&gt;</c>: a part of a long result that is folded until
/// somebody opens it. Closed, it still says how many there are and which.
/// </summary>
[HtmlTargetElement("cr-group")]
public sealed class GroupTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public string? Status { get; set; }

    public int? Count { get; set; }

    /// <summary>The names of what is inside.</summary>
    public string? Preview { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("details", "group");
        if (Open)
            output.Attributes.Add(new TagHelperAttribute("open"));

        var summary = Markup.Element("summary");
        if (Status is not null)
        {
            var mark = OutcomeMark.Of(Status);
            summary.Append(Markup.Element("span", $"group-mark tone-{mark.Tone}").Append(Icons.Draw(mark.Icon)));
        }

        var title = Markup.Element("h2", text: Heading);
        if (Count is { } count)
            title.Append(" ").Append(Markup.Element("b", "num", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        summary.Append(Markup.Element("div").Append(title).Append(Preview.OrNull() is { } preview ? Markup.Element("p", "small", preview) : null));
        output.Content.SetHtmlContent(summary);
        output.Content.AppendHtml(Markup.Element("div", "group-body").Append(content));
    }
}
