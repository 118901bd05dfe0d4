using System.Globalization;
using Cradle.Platform.Web.Binding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-date-input for="BirthDate" legend="…" /&gt;</c>: a date in three boxes, which needs no script and no calendar to scroll through.
/// The property carries <see cref="DatePartsAttribute" />.
/// </summary>
[HtmlTargetElement("cr-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>The date entered before, with <see cref="Name" />.</summary>
    public DateOnly? Value { get; set; }

    public required string Legend { get; set; }

    /// <summary>Element of the legend: h1 where the question is the page, otherwise h2, h3 or span.</summary>
    public string LegendAs { get; set; } = "h1";

    public string? Hint { get; set; }

    /// <summary>It is a birth date of the reader, which the browser may fill in.</summary>
    public bool OwnBirthday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(ViewContext, For, Name, null, Hint);
        var date = Value ?? For?.Model as DateOnly?;
        output.Become("fieldset", "field");
        if (field.Error is not null)
            output.Become("fieldset", "field-bad");
        if (field.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);

        // The first box carries the field's own id, so that the error summary leads to it.
        var boxes = Markup.Element("div", "date-parts")
            .Append(Box(field, field.Id, DateParts.Year, Wording.Say("年", "Year"), date?.Year, 4, "bday-year"))
            .Append(Box(field, field.Id + "-month", DateParts.Month, Wording.Say("月", "Month"), date?.Month, 2, "bday-month"))
            .Append(Box(field, field.Id + "-day", DateParts.Day, Wording.Say("日", "Day"), date?.Day, 2, "bday-day"));
        output.Content.SetHtmlContent(Markup.Element("legend").Append(Markup.Element(LegendAs, LegendAs == "span" ? "label" : "phrase", Legend)));
        output.Content.AppendHtml(Markup.Element("div", "field-body").Append(field.HintLine()).Append(field.ErrorLine()).Append(boxes));
    }

    private TagBuilder Box(BoundField field, string id, string part, string label, int? value, int length, string autocomplete)
    {
        var name = $"{field.Name}.{part}";
        var input = Markup.Element("input", $"input date-{length}")
            .With("type", "text")
            .With("inputmode", "numeric")
            .With("id", id)
            .With("name", name)
            .With("value", BoundField.Posted(ViewContext, name, value?.ToString(CultureInfo.InvariantCulture)))
            .With("maxlength", length.ToString(CultureInfo.InvariantCulture))
            .With("autocomplete", OwnBirthday ? autocomplete : "off")
            .With("aria-invalid", field.Error is null ? null : "true");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return Markup.Element("div").Append(Markup.Element("label", text: label).With("for", id)).Append(input);
    }
}
