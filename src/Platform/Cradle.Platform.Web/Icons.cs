using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Platform.Web;

/// <summary>The drawings of the sprite: each outcome and each time limit has a silhouette of its own, so that no meaning hangs on colour.</summary>
public static class Icons
{
    /// <summary>Name to the inside of its 24 by 24 symbol.</summary>
    public static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        // outcomes
        ["yes"] = """<circle cx="12" cy="12" r="10.5" fill="currentColor" stroke="none"/><path d="m7.3 12.4 3.2 3.2 6.2-6.8" stroke="var(--surface)" fill="none"/>""",
        ["ask"] = """<path d="M12 1 23 12 12 23 1 12z" fill="currentColor" stroke="none"/><path d="M9.7 9.7a2.4 2.4 0 1 1 3.3 2.3c-.7.3-1 .8-1 1.6M12 16.6v.1" stroke="var(--surface)" fill="none"/>""",
        ["draft"] = """<path d="M5.5 2.5h8.7l4.3 4.3v14.7h-13z" stroke-dasharray="3.2 2.4"/><path d="M9 11.5h6M9 15.5h4"/>""",
        ["unset"] = """<circle cx="12" cy="12" r="9.5" stroke-dasharray="3 3"/><path d="M8 12h.01M12 12h.01M16 12h.01" stroke-width="2.6"/>""",
        ["prog"] = """<path d="M12 21.5V12M12 12c0-4.6 2.8-7.3 8.5-7.3C20.5 9.8 17.5 12 12 12zM12 16c0-3.3-2.4-5.4-7.5-5.4 0 3.8 2.5 5.4 7.5 5.4z"/>""",
        ["no"] = """<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12h9"/>""",
        ["end"] = """<path d="M6 2.5h12M6 21.5h12M8 2.5v4.2l8 10.6v4.2M16 2.5v4.2L8 17.3v4.2"/>""",
        ["early"] = """<path d="M2 19h20M5.5 19a6.5 6.5 0 0 1 13 0M12 4v4.2M4 8.4l2.8 2.7M20 8.4l-2.8 2.7"/>""",
        ["split"] = """<path d="M10.8 1.8a8.6 8.6 0 0 0 0 17.2zM13.2 5a8.6 8.6 0 0 1 0 17.2z" fill="currentColor" stroke="none"/>""",

        // time limits
        ["late"] = """<path d="M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z" fill="currentColor" stroke="none"/><path d="M12 6.5v7M12 17.2v.1" stroke="var(--surface)" fill="none" stroke-width="2.4"/>""",
        ["soon"] = """<path d="M12 1.8 23.3 21.7H.7z" fill="currentColor" stroke="none"/><path d="M12 9v5.5M12 18v.1" stroke="var(--surface)" fill="none"/>""",
        ["ok"] = """<circle cx="12" cy="12" r="9.5"/><path d="m8 12.3 2.8 2.8 5.2-5.8"/>""",
        ["wait"] = """<rect x="2.5" y="2.5" width="19" height="19" rx="4"/><path d="M9.3 8.5v7M14.7 8.5v7"/>""",
        ["done"] = """<path d="m4 12.8 5.3 5.2L20 6.5" stroke-width="2.4"/>""",
        ["half"] = """<circle cx="12" cy="12" r="9.5"/><path d="M12 2.5a9.5 9.5 0 0 1 0 19z" fill="currentColor"/>""",

        // acts and signs
        ["pin"] = """<path d="M12 21.5s-7-6.2-7-11.5a7 7 0 0 1 14 0c0 5.3-7 11.5-7 11.5z"/><circle cx="12" cy="10" r="2.4"/>""",
        ["go"] = """<path d="M4 12h15M13 6l6 6-6 6"/>""",
        ["back"] = """<path d="M20 12H5M11 6l-6 6 6 6"/>""",
        ["cal"] = """<path d="M3.5 5h17v16h-17zM3.5 10h17M8 2.5V7M16 2.5V7"/>""",
        ["print"] = """<path d="M7 8.5v-6h10v6M7 17.5H3v-9h18v9h-4M7 14h10v7.5H7z"/>""",
        ["share"] = """<path d="M12 15V3M7.5 7.2 12 2.7l4.5 4.5M7 11H4.5v10.5h15V11H17"/>""",
        ["search"] = """<circle cx="10.5" cy="10.5" r="7.5"/><path d="m16 16 5.5 5.5"/>""",
        ["info"] = """<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7.3v.1"/>""",
        ["link"] = """<path d="M7 3v7a4 4 0 0 0 4 4h8M15 10l4 4-4 4"/>""",
        ["page"] = """<path d="M5.5 2.5h8.7l4.3 4.3v14.7h-13zM14 2.5V7h4.5M9 11.5h6M9 15.5h6"/>""",
        ["same"] = """<path d="M5 9h14M5 15h14"/>""",
        ["diff"] = """<path d="M5 9h14M5 15h14M16 4 8 20"/>""",
        ["x"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
    }.ToFrozenDictionary();

    /// <summary>A reference into the sprite. Without a label it decorates, and a screen reader passes over it.</summary>
    public static TagBuilder Draw(string name, string? label = null)
    {
        if (!All.ContainsKey(name))
            throw new ArgumentException($"The sprite has no drawing '{name}'. Known: {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.", nameof(name));

        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = "i";
        if (label is null)
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
        }

        svg.InnerHtml.SetHtmlContent(new HtmlString($"<use href=\"#i-{name}\"/>")); // the name is one of ours
        return svg;
    }
}
