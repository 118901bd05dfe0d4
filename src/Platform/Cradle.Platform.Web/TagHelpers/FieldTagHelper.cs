using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-field for="Name" label="…" hint="…" /&gt;</c>: label, hint, error and one control. With <c>items</c> it is a list to choose from,
/// with <c>rows</c> a larger box.
/// </summary>
[HtmlTargetElement("cr-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>The value entered before, with <see cref="Name" />.</summary>
    public string? Value { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Type of the input: text, search, tel, email, number, password.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What the browser may fill in: name, tel, bday … .</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Keyboard of a phone: numeric, decimal, tel.</summary>
    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    /// <summary>What stands behind the value: 元, 天, 周.</summary>
    public string? Unit { get; set; }

    /// <summary>Rows of a larger box.</summary>
    public int? Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Texts to choose from or to type; the browser narrows them while one types, without scripts.</summary>
    public IEnumerable<string>? Suggestions { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = BoundField.Of(ViewContext, For, Name, Value, Hint);
        output.Become("div", "field", "field-one");
        if (field.Error is not null)
            output.Become("div", "field-bad");

        var control = Control(field)
            .With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", field.DescribedBy)
            .With("aria-invalid", field.Error is null ? null : "true")
            .With("list", Suggestions is null ? null : ListOf(field))
            .With("autocomplete", Suggestions is null ? Autocomplete : "off")
            .With("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        output.Content.SetHtmlContent(Markup.Element("label", "label", Label).With("for", field.Id));
        if (field.HintLine() is { } hint)
            output.Content.AppendHtml(hint);
        if (field.ErrorLine() is { } error)
            output.Content.AppendHtml(error);
        output.Content.AppendHtml(Unit.OrNull() is { } unit
            ? Markup.Element("div", "with-unit").Append(control).Append(Markup.Element("span", text: unit))
            : control);
        if (Suggestions is not null)
            output.Content.AppendHtml(Suggestions.Aggregate(Markup.Element("datalist").With("id", ListOf(field)), (list, text) => list.Append(Markup.Element("option").With("value", text))));
    }

    private static string ListOf(BoundField field) => field.Id + "-list";

    private TagBuilder Control(BoundField field)
    {
        if (Items is not null)
        {
            var select = Markup.Element("select", "select");
            foreach (var item in Items)
            {
                var chosen = field.Value is null ? item.Selected : item.Value == field.Value;
                select.Append(Markup.Element("option", text: item.Text)
                    .With("value", item.Value)
                    .With("selected", chosen ? "selected" : null)
                    .With("disabled", item.Disabled ? "disabled" : null));
            }

            return select;
        }

        if (Rows is { } rows)
        {
            return Markup.Element("textarea", "area", field.Value)
                .With("rows", rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var input = Markup.Element("input", "input").With("type", Type).With("inputmode", Inputmode);
        if (Type != "password")
            input.With("value", field.Value);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
