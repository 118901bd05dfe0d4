namespace Cradle.Platform.Tables;

/// <summary>Brings what people type to one form, so that it can be compared.</summary>
public static class PlainText
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int ToHalfWidth = FirstFullWidth - '!';

    /// <summary>Full-width digits, letters and signs to half width, and no blanks at all, which mean nothing between Chinese characters.</summary>
    /// <remarks>By arithmetic rather than by Unicode normalisation, which does nothing where a program runs without the machine's language data.</remarks>
    public static string Key(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)).Select(HalfWidth));

    /// <summary>The same, sign for sign, with the blanks: what is found in it stands at the same place of the text.</summary>
    public static string HalfWidth(string text) => string.Concat(text.Select(HalfWidth));

    private static char HalfWidth(char sign) => sign is >= FirstFullWidth and <= LastFullWidth ? (char)(sign - ToHalfWidth) : sign;
}
