using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cradle.Primitives;

/// <summary>
/// A citizen identity number after GB 11643: six digits of division, eight of birth date, three of sequence (odd for men)
/// and a check digit after ISO 7064 MOD 11-2. Old numbers of 15 digits are brought to 18 by the century 19 and a check digit.
/// <see cref="ToString"/> masks the number, so that logs and messages do not spread it; <see cref="Number"/> gives it whole.
/// </summary>
public readonly struct ResidentId : IEquatable<ResidentId>
{
    private const int FullLength = 18;
    private const int OldLength = 15;
    private const string CheckDigits = "10X98765432";

    // The first 17 digits; the 18th follows from them.
    private readonly long digits;

    private ResidentId(long digits) => this.digits = digits;

    /// <summary>The whole number of 18 characters; empty for the default value. Personal data: show it only by right.</summary>
    public string Number
    {
        get
        {
            if (digits == 0)
            {
                return "";
            }

            var body = digits.ToString(CultureInfo.InvariantCulture);
            return body + CheckDigitOf(body);
        }
    }

    /// <summary>Day of birth.</summary>
    public DateOnly BirthDate
    {
        get
        {
            var date = (int)(digits / 1000 % 100_000_000);
            return new DateOnly(date / 10000, date / 100 % 100, date % 100);
        }
    }

    /// <summary>Sex, from the last digit of the sequence.</summary>
    public Sex Sex => digits % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>
    /// The division in which the number was first given, by the codes of that time: not where the person lives. Null for a
    /// foreigner's permanent residence card (first digit 9), whose digits mean something else.
    /// </summary>
    public DivisionCode? Division =>
        DivisionCode.TryParse((digits / 100_000_000_000).ToString(CultureInfo.InvariantCulture), out var code) ? code : null;

    /// <summary>Reads a number of 18 characters or an old one of 15.</summary>
    /// <param name="text">The number; a small x counts as X, spaces around it are ignored.</param>
    /// <exception cref="FormatException">The text is not an identity number; the message says which part is wrong.</exception>
    public static ResidentId Parse(string text) =>
        TryParse(text, out var id, out var error) ? id : throw new FormatException(error.Value.ToString());

    /// <summary>Reads a number of 18 characters or an old one of 15.</summary>
    /// <param name="text">The number; a small x counts as X, spaces around it are ignored.</param>
    /// <param name="id">The number, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ResidentId id) => TryParse(text, out id, out _);

    /// <summary>Reads a number of 18 characters or an old one of 15 and says which part is wrong.</summary>
    /// <param name="text">The number; a small x counts as X, spaces around it are ignored.</param>
    /// <param name="id">The number, or the default value.</param>
    /// <param name="error">The first error from the left, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ResidentId id, [NotNullWhen(false)] out ResidentIdError? error)
    {
        id = default;
        var given = text.AsSpan().Trim();
        if (given.Length is not (FullLength or OldLength))
        {
            error = new ResidentIdError(ResidentIdPart.Length, given.Length);
            return false;
        }

        var isOld = given.Length == OldLength;
        var bodyGiven = isOld ? given : given[..^1];
        var wrong = bodyGiven.IndexOfAnyExceptInRange('0', '9');
        var last = char.ToUpperInvariant(given[^1]);
        if (wrong < 0 && !isOld && last != 'X' && !char.IsAsciiDigit(last))
        {
            wrong = FullLength - 1;
        }

        if (wrong >= 0)
        {
            error = new ResidentIdError(ResidentIdPart.Character, wrong + 1);
            return false;
        }

        var body = isOld ? string.Concat(given[..6], "19", given[6..]) : bodyGiven.ToString();
        if (!StartsWithProvince(body))
        {
            error = new ResidentIdError(ResidentIdPart.Division, 1);
            return false;
        }

        if (!DateOnly.TryParseExact(body.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            error = new ResidentIdError(ResidentIdPart.Date, 7);
            return false;
        }

        var expected = CheckDigitOf(body);
        if (!isOld && last != expected)
        {
            error = new ResidentIdError(ResidentIdPart.CheckDigit, FullLength, expected);
            return false;
        }

        id = new ResidentId(long.Parse(body, NumberStyles.None, CultureInfo.InvariantCulture));
        error = null;
        return true;
    }

    /// <summary>The check digit for the first 17 digits: Σ digit × (2^(18−i) mod 11), i from 1, looked up in a table of eleven.</summary>
    /// <param name="first17">Seventeen digits.</param>
    /// <exception cref="ArgumentException">Not seventeen digits.</exception>
    public static char CheckDigitOf(ReadOnlySpan<char> first17)
    {
        if (first17.Length != FullLength - 1 || first17.ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("The check digit is computed from exactly 17 digits.", nameof(first17));
        }

        // Horner's form of the weighted sum: doubling at each step gives every digit its power of two.
        var sum = 0;
        foreach (var digit in first17)
        {
            sum = ((sum + (digit - '0')) * 2) % 11;
        }

        return CheckDigits[sum];
    }

    /// <summary>The number with all but the province and the last four characters hidden: <c>22************0021</c>.</summary>
    public override string ToString()
    {
        var number = Number;
        return number.Length == 0 ? "" : string.Concat(number.AsSpan(0, 2), "************", number.AsSpan(14));
    }

    /// <inheritdoc/>
    public bool Equals(ResidentId other) => digits == other.digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ResidentId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => digits.GetHashCode();

    /// <summary>Whether two numbers are the same.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator ==(ResidentId left, ResidentId right) => left.digits == right.digits;

    /// <summary>Whether two numbers differ.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    public static bool operator !=(ResidentId left, ResidentId right) => left.digits != right.digits;

    // 9 opens the permanent residence card of a foreigner, 81 to 83 the residence permits of Hong Kong, Macao and Taiwan.
    private static bool StartsWithProvince(string body) => body[0] == '9' || DivisionCode.TryParse(body[..2], out var code) && code != DivisionCode.Nation;
}
