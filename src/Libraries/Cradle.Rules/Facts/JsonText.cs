using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cradle.Rules.Facts;

/// <summary>Strings of JSON from strangers.</summary>
internal static class JsonText
{
    private const string NoText = "\uFFFD";
    private const int LongestShown = 64;

    /// <summary>The string a value holds; null where it is none.</summary>
    public static string? Of(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>A name as a message may repeat it: not endless, and nothing in it that moves or hides the text around it.</summary>
    public static string Shown(string name)
    {
        if (name.Length <= LongestShown && name.All(char.IsAsciiLetterOrDigit))
            return name;
        var shown = new StringBuilder(LongestShown);
        foreach (var rune in name.EnumerateRunes())
        {
            if (shown.Length >= LongestShown)
                return shown.Append('…').ToString();
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? NoText : rune.ToString());
        }

        return shown.ToString();
    }
}
