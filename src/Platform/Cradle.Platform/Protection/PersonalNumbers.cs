using System.Text;
using System.Text.RegularExpressions;
using Cradle.Platform.Tables;

namespace Cradle.Platform.Protection;

/// <summary>
/// Identity and mobile numbers inside of a text. What leaves the platform without a person's reading it first, an export, a
/// print or a line of the log, passes through here: a number that somebody wrote into a remark is masked like one in its own field.
/// </summary>
public static partial class PersonalNumbers
{
    /// <summary>Whether the text holds one.</summary>
    public static bool AreIn(string text) => Any().IsMatch(PlainText.HalfWidth(text));

    /// <summary>The text with each of them masked.</summary>
    public static string MaskIn(string text)
    {
        var (masked, kept) = (new StringBuilder(), 0);
        foreach (Match found in Any().Matches(PlainText.HalfWidth(text)))
        {
            var number = string.Concat(found.Value.Where(char.IsAsciiLetterOrDigit));
            masked.Append(text, kept, found.Index - kept).Append(Masked.Of(number.Length > PhoneLength ? FieldKind.IdNumber : FieldKind.Phone, number));
            kept = found.Index + found.Length;
        }

        return kept == 0 ? text : masked.Append(text, kept, text.Length - kept).ToString();
    }

    private const int PhoneLength = 11;

    // Eighteen signs with a possible day of birth, or eleven digits that begin as a mobile number does, in one piece or in the groups that people
    // read them in; never a part of a longer number.
    private const string Gap = @"[ \u00a0\u3000-]?";
    private const string Identity = $"[1-9][0-9]{{5}}{Gap}(?:18|19|20)[0-9]{{2}}{Gap}(?:0[1-9]|1[0-2]){Gap}(?:0[1-9]|[12][0-9]|3[01]){Gap}[0-9]{{3}}[0-9Xx]";
    private const string Mobile = $"1[3-9][0-9](?:{Gap}[0-9]){{8}}";

    [GeneratedRegex($"(?<![0-9A-Za-z])(?:{Identity}|{Mobile})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
