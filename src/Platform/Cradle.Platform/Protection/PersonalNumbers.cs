using System.Text.RegularExpressions;

namespace Cradle.Platform.Protection;

/// <summary>
/// Identity and mobile numbers inside of a text. What leaves the platform without a person's reading it first, an export, a
/// print or a line of the log, passes through here: a number that somebody wrote into a remark is masked like one in its own field.
/// </summary>
public static partial class PersonalNumbers
{
    /// <summary>Whether the text holds one.</summary>
    public static bool AreIn(string text) => Any().IsMatch(text);

    /// <summary>The text with each of them masked.</summary>
    public static string MaskIn(string text) =>
        Any().Replace(text, found => Masked.Of(found.Length > PhoneLength ? FieldKind.IdNumber : FieldKind.Phone, found.Value).ToString());

    private const int PhoneLength = 11;

    // Eighteen signs with a possible day of birth, or eleven digits that begin as a mobile number does; never a part of a longer number.
    [GeneratedRegex("(?<![0-9A-Za-z])(?:[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]|1[3-9][0-9]{9})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
