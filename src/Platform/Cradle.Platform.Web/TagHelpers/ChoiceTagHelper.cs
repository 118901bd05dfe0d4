using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One of the answers of <c>&lt;cr-choices&gt;</c>.</summary>
[HtmlTargetElement("cr-choice", ParentTag = "cr-choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    public required string Value { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>An answer of another kind: skip, don't know.</summary>
    public bool Alternative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = (ChoicesTagHelper.ChoiceList)context.Items[typeof(ChoicesTagHelper.ChoiceList)];
        var input = Markup.Element("input")
            .With("type", list.Type)
            .With("name", list.Name)
            .With("value", Value)
            .With("id", list.NextId())
            .With("checked", list.IsChosen(Value) ? "checked" : null);
        input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;

        output.Become("label", "choice");
        if (Alternative)
            output.Become("label", "choice-alt");
        output.Content.SetHtmlContent(input);
        output.Content.AppendHtml(Markup.Element("span")
            .Append(Markup.Element("b", text: Label))
            .Append(Hint.OrNull() is { } hint ? Markup.Element("small", text: hint) : null));
    }
}
