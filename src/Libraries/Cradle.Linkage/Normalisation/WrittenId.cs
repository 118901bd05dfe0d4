using Cradle.Primitives;

namespace Cradle.Linkage.Normalisation;

/// <summary>A citizen identity number as written: brought to 17 digits without the check digit, and whether it is valid.</summary>
/// <param name="Digits">The first 17 digits; for an unreadable number what digits it has, at most 17. 0 where there is none.</param>
/// <param name="IsValid">Whether length, division, birth date and check digit are right (15 digits have no check digit).</param>
public readonly record struct WrittenId(long Digits, bool IsValid)
{
    private const int BodyLength = 17;
    private const int OldLength = 15;

    // What stands behind the six digits of the division in an old number: six of the date, three of the sequence.
    private const long AfterDivision = 1_000_000_000;

    /// <summary>Reads an identity number of 18 or 15 characters.</summary>
    /// <param name="text">The text as it stands; spaces, hyphens and full-width digits are allowed.</param>
    /// <param name="error">What is wrong with it, or null. It does not repeat the number.</param>
    public static WrittenId Read(ReadOnlySpan<char> text, out ResidentIdError? error)
    {
        error = null;
        Span<char> kept = stackalloc char[24];
        var length = 0;
        foreach (var c in text)
        {
            var narrow = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'x' or 'Ｘ' or 'ｘ' or '×' ? 'X' : c;
            if (length < kept.Length && char.IsAsciiLetterOrDigit(narrow))
            {
                kept[length++] = narrow;
            }
        }

        if (length == 0)
        {
            return default;
        }

        kept = kept[..length];
        if (!ResidentId.TryParse(kept.ToString(), out _, out error))
        {
            return new WrittenId(Body(kept), IsValid: false);
        }

        var body = Body(kept);
        return new WrittenId(length == OldLength ? WithCentury(body) : body, IsValid: true);
    }

    // 15 digits leave out the century, which for them is always 19.
    private static long WithCentury(long body) => (body / AfterDivision * 100 + 19) * AfterDivision + body % AfterDivision;

    private static long Body(ReadOnlySpan<char> text)
    {
        long body = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && digits++ < BodyLength)
            {
                body = body * 10 + (c - '0');
            }
        }

        return body;
    }
}
