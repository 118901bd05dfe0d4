using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-choices for="Answer" legend="…" hint="…"&gt;&lt;cr-choice value="1" label="…" /&gt;…&lt;/cr-choices&gt;</c>: one question with a list to
/// choose from. Skipping is a choice like the others, dashed.
/// </summary>
[HtmlTargetElement("cr-choices")]
[RestrictChildren("cr-choice")]
public sealed class ChoicesTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    /// <summary>The name of the field where there is no property.</summary>
    public string? Name { get; set; }

    /// <summary>The value chosen before, with <see cref="Name" />.</summary>
    public string? Value { get; set; }

    public required string Legend { get; set; }

    /// <summary>Element of the legend: h1 where the question is the page, otherwise h2, h3 or span.</summary>
    public string LegendAs { get; set; } = "h1";

    public string? Hint { get; set; }

    /// <summary>Several may be chosen.</summary>
    public bool Multiple { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(ViewContext, For, Name, Value, Hint);
        context.Items[typeof(ChoiceList)] = new ChoiceList(field, Multiple);
        var choices = await output.GetChildContentAsync();

        output.Become("fieldset", "field");
        if (field.Error is not null)
            output.Become("fieldset", "field-bad");
        if (field.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);

        output.Content.SetHtmlContent(Markup.Element("legend").Append(Markup.Element(LegendAs, "phrase", Legend)));
        output.Content.AppendHtml(Markup.Element("div", "field-body")
            .Append(field.HintLine())
            .Append(field.ErrorLine())
            .Append(Markup.Element("div", "choices").Append(choices)));
    }

    internal sealed class ChoiceList(BoundField bound, bool multiple)
    {
        private readonly HashSet<string> chosen = [.. multiple ? bound.Value?.Split(',') ?? [] : bound.Value is { } one ? [one] : []];
        private int count;

        public string Name => bound.Name;

        public string Type => multiple ? "checkbox" : "radio";

        public bool IsChosen(string value) => chosen.Contains(value);

        /// <summary>The first choice carries the field's own id, so that the error summary leads to it.</summary>
        public string NextId() => ++count == 1 ? bound.Id : $"{bound.Id}-{count}";
    }
}
