using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-note kind="draft" heading="…"&gt;</c>: a notice. Kinds: info, plain, draft, soon (a deadline is near), done.</summary>
[HtmlTargetElement("cr-note")]
public sealed class NoteTagHelper : TagHelper
{
    public string Kind { get; set; } = "info";

    public string? Heading { get; set; }

    /// <summary>Level of the heading; 2 unless told.</summary>
    public int Level { get; set; } = 2;

    /// <summary>A link beside the text, on the right of a desk.</summary>
    public string? Href { get; set; }

    public string? LinkText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, tone) = Kind switch
        {
            "info" => ("info", null),
            "plain" => ("info", "note-plain"),
            "draft" => ("draft", "note-draft"),
            "soon" => ("soon", "note-draft"),
            "done" => ("yes", null),
            _ => throw new ArgumentException($"A note has no kind '{Kind}'. Known: info, plain, draft, soon, done."),
        };
        var content = await output.GetChildContentAsync();
        output.Become("div", "note");
        if (tone is not null)
            output.Become("div", tone);
        if (Href is not null)
            output.Become("div", "note-wide");

        var text = Markup.Element("div");
        if (Heading.OrNull() is { } heading)
            text.Append(Markup.Element("h" + Level, "as-l", heading));
        output.Content.SetHtmlContent(Icons.Draw(icon));
        output.Content.AppendHtml(text.Append(content));
        if (Href is not null)
            output.Content.AppendHtml(Markup.Element("a", "go", LinkText).With("href", Href).Append(Icons.Draw("go")));
    }
}
