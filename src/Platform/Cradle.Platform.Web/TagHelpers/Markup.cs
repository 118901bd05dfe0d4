using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>Short forms for building elements; text always goes in encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? @class = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (@class is not null)
            element.Attributes["class"] = @class;
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
            element.Attributes[attribute] = value;
        return element;
    }

    public static TagBuilder Append(this TagBuilder element, IHtmlContent? content)
    {
        if (content is not null)
            element.InnerHtml.AppendHtml(content);
        return element;
    }

    public static TagBuilder Append(this TagBuilder element, string? text)
    {
        if (text is not null)
            element.InnerHtml.Append(text);
        return element;
    }

    /// <summary>Turns the output into an element with classes, keeping the classes that the page gave it.</summary>
    public static void Become(this TagHelperOutput output, string name, params ReadOnlySpan<string> classes)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var @class in classes)
            output.AddClass(@class, HtmlEncoder.Default);
    }

    public static void Become(this TagHelperOutput output, TagBuilder element)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(element);
    }

    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
