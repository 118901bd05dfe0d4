using Cradle.Platform.Files;
using Cradle.Platform.Web.Files;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-upload name="paper" label="…" rule="UploadRule.Papers" /&gt;</c>: label, hint, error and a choice of files. What may be sent stands in
/// the hint by itself. The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("cr-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UploadTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    /// <summary>More than what the rule says.</summary>
    public string? Hint { get; set; }

    public required UploadRule Rule { get; set; }

    /// <summary>Whether several may be chosen.</summary>
    public bool Multiple { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hint = Hint.OrNull() is { } more ? more + Wording.Say("；", "; ") + FileWords.HintOf(Rule) : FileWords.HintOf(Rule);
        var field = BoundField.Of(ViewContext, For, Name, null, hint);
        output.Become("div", "field", "field-one");
        if (field.Error is not null)
            output.Become("div", "field-bad");

        var input = Markup.Element("input", "input").With("type", "file")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("accept", string.Join(',', Rule.Kinds.SelectMany(kind => kind.Endings())))
            .With("multiple", Multiple ? "multiple" : null)
            .With("aria-describedby", field.DescribedBy)
            .With("aria-invalid", field.Error is null ? null : "true");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.SetHtmlContent(Markup.Element("label", "label", Label).With("for", field.Id));
        output.Content.AppendHtml(field.HintLine()!);
        if (field.ErrorLine() is { } error)
            output.Content.AppendHtml(error);
        output.Content.AppendHtml(input);
    }
}
