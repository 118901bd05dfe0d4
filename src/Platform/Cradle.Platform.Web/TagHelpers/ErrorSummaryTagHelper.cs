using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-error-summary /&gt;</c>: every error of the form at once, on top, focused, each a link to its field. Nothing when there are none.</summary>
[HtmlTargetElement("cr-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = Problems().ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "errors-heading");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus")); // moves the focus without a script

        var heading = problems.Count == 1
            ? Wording.Say("还有一处需要您看一下", "One thing needs your attention")
            : Wording.Say($"还有 {problems.Count} 处需要您看一下", $"{problems.Count} things need your attention");
        output.Content.SetHtmlContent(Markup.Element("h2").With("id", "errors-heading").Append(Icons.Draw("late")).Append(heading));
        var list = Markup.Element("ul");
        foreach (var (field, text) in problems)
        {
            list.Append(Markup.Element("li").Append(field.Length == 0
                ? Markup.Element("span", text: text)
                : Markup.Element("a", text: text).With("href", "#" + BoundField.IdOf(field))));
        }

        output.Content.AppendHtml(list);
    }

    // In the order of the page's properties, which is the order in which a page asks; names the page doesn't know come last.
    private IEnumerable<(string Field, string Text)> Problems()
    {
        var order = ViewContext.ViewData.ModelMetadata.Properties
            .Select((property, index) => (property.PropertyName, index))
            .ToDictionary(pair => pair.PropertyName!, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return from entry in ViewContext.ViewData.ModelState
               where entry.Value is { Errors.Count: > 0 }
               orderby order.GetValueOrDefault(entry.Key.Split('.', '[')[0], int.MaxValue)
               from text in entry.Value!.Errors.Select(error => error.ErrorMessage.OrNull()).OfType<string>().Distinct()
               select (entry.Key, text);
    }
}
