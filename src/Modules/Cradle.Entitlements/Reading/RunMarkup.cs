using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Entitlements.Reading;

/// <summary>Writes the pieces of a sentence without a space between them: Chinese has none.</summary>
public static class RunMarkup
{
    public static IHtmlContent Draw(IEnumerable<TextRun> runs)
    {
        var content = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            var element = run.Mark switch
            {
                Mark.Strength => new TagBuilder("span") { Attributes = { ["class"] = "strength" } },
                Mark.Figure => new TagBuilder("b"),
                Mark.Found => new TagBuilder("mark"),
                _ => null,
            };
            if (element is null)
            {
                content.Append(run.Text);
                continue;
            }

            element.InnerHtml.Append(run.Text);
            content.AppendHtml(element);
        }

        return content;
    }
}
