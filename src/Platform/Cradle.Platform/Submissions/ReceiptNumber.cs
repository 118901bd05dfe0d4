using System.Globalization;
using System.Security.Cryptography;

namespace Cradle.Platform.Submissions;

/// <summary>
/// The number on a receipt: day, eight digits by chance, and a check digit (ISO 7064, MOD 11,10), so that a mistyped one is
/// noticed. It is no secret: whoever asks by it still has to show who he or she is.
/// </summary>
public static class ReceiptNumber
{
    private const int Digits = 17;

    /// <summary>A new number for a day.</summary>
    public static string New(DateOnly day)
    {
        var body = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        return body + CheckDigit(body);
    }

    /// <summary>Whether the text can be a receipt number.</summary>
    public static bool IsValid(string text) =>
        text.Length == Digits && text.All(char.IsAsciiDigit) && text[^1] == CheckDigit(text[..^1]);

    private static char CheckDigit(string body)
    {
        var remainder = 10;
        foreach (var digit in body)
        {
            remainder = (remainder + (digit - '0')) % 10;
            remainder = (remainder == 0 ? 10 : remainder) * 2 % 11;
        }

        return (char)('0' + (11 - remainder) % 10);
    }
}
