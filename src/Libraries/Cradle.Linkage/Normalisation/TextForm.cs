using System.Globalization;
using System.Text;

namespace Cradle.Linkage.Normalisation;

/// <summary>
/// One form for texts that people read as the same: Unicode compatibility composition (NFKC, so full-width digits and letters
/// become narrow), small letters, single spaces, no space at either end.
/// </summary>
public static class TextForm
{
    /// <summary>Normalises a text into a buffer.</summary>
    /// <param name="text">The text as it stands in the register.</param>
    /// <param name="buffer">Where to write; text beyond its length is cut.</param>
    /// <returns>The written part of the buffer; empty for a blank text.</returns>
    public static Span<char> Normalise(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text = text.Trim();
        if (NeedsComposition(text))
        {
            text = text.ToString().Normalize(NormalizationForm.FormKC).AsSpan().Trim();
        }

        var length = 0;
        var spaced = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                spaced = true;
                continue;
            }

            if (length + 2 > buffer.Length)
            {
                break;
            }

            if (spaced)
            {
                buffer[length++] = ' ';
                spaced = false;
            }

            buffer[length++] = c < 0x80 ? (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c) : char.ToLowerInvariant(c);
        }

        return buffer[..length];
    }

    /// <summary>Whether a character is a Chinese ideograph of the basic block or of extension A.</summary>
    /// <param name="c">The character.</param>
    public static bool IsHanzi(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    /// <summary>The text without what stands between words: spaces, hyphens, dots and other punctuation.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="buffer">Where to write; as long as the text.</param>
    public static Span<char> LettersAndDigits(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length];
    }

    /// <summary>Whether a text only stands for "nothing known": 无, 不详, n/a, unknown, null, dashes and the like.</summary>
    /// <param name="text">A normalised text.</param>
    public static bool MeansNothing(ReadOnlySpan<char> text) => text.Length == 0 || text.Length <= 8 && text is
        "无" or "不详" or "未知" or "空" or "暂无" or "无名" or "不明" or "未填" or "n/a" or "na" or "null" or "none" or "unknown" or "-" or "--" or "---" or "." or "/" or "?" or "*";

    // Ideographs and plain ASCII are composed already; almost every cell of a register is.
    private static bool NeedsComposition(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= 0x80 && c is not (>= '\u4e00' and <= '\u9fff') && c != '·' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.PrivateUse)
            {
                return true;
            }
        }

        return false;
    }
}
