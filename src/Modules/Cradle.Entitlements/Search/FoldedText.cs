namespace Cradle.Entitlements.Search;

/// <summary>
/// A text as it is compared: small letters, half-width digits, brackets and spaces. One character stays one character,
/// so that what was found can be marked in the text as it is printed.
/// </summary>
public static class FoldedText
{
    public static string Of(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var index = 0; index < span.Length; index++)
            span[index] = Fold(source[index]);
    });

    private static char Fold(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        '\u3000' or '\u00A0' => ' ',
        '\u2019' => '\'',
        _ => char.ToLowerInvariant(character),
    };
}
