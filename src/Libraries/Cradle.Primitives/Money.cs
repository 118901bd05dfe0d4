using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cradle.Primitives;

/// <summary>
/// An exact amount of renminbi, counted in fen (1 yuan = 100 fen). Arithmetic is checked: an overflow throws
/// <see cref="OverflowException"/> instead of wrapping. Nothing is rounded unless <see cref="MultiplyDivide"/> is told how.
/// </summary>
/// <param name="Fen">The amount in fen; negative for money owed back.</param>
public readonly record struct Money(long Fen) : IComparable<Money>, IParsable<Money>
{
    private const long FenPerYuan = 100;

    /// <summary>No money.</summary>
    public static readonly Money Zero;

    /// <summary>A whole number of yuan.</summary>
    /// <param name="yuan">Yuan.</param>
    /// <exception cref="OverflowException">The amount does not fit into 64 bits of fen.</exception>
    public static Money FromYuan(long yuan) => new(checked(yuan * FenPerYuan));

    /// <summary>Adds two amounts.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>Takes one amount from another.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount taken.</param>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    /// <summary>Turns the sign.</summary>
    /// <param name="value">The amount.</param>
    public static Money operator -(Money value) => new(checked(-value.Fen));

    /// <summary>Multiplies by a whole number.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="times">How many times.</param>
    public static Money operator *(Money value, long times) => new(checked(value.Fen * times));

    /// <summary>Multiplies by a whole number.</summary>
    /// <param name="times">How many times.</param>
    /// <param name="value">The amount.</param>
    public static Money operator *(long times, Money value) => value * times;

    /// <summary>Whether one amount is smaller.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>Whether one amount is larger.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>Whether one amount is smaller or equal.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>Whether one amount is larger or equal.</summary>
    /// <param name="left">First amount.</param>
    /// <param name="right">Second amount.</param>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <summary>
    /// The amount × <paramref name="numerator"/> ÷ <paramref name="denominator"/>, exact up to one rounding at the end.
    /// </summary>
    /// <param name="numerator">Multiplier.</param>
    /// <param name="denominator">Divisor, not zero.</param>
    /// <param name="rounding">What happens to a part of a fen.</param>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The result does not fit into 64 bits of fen.</exception>
    public Money MultiplyDivide(long numerator, long denominator, Rounding rounding)
    {
        // 128 bits hold every product of two 64-bit numbers, so only the result can overflow.
        var (quotient, remainder) = Int128.DivRem((Int128)Fen * numerator, denominator);
        if (remainder != 0)
        {
            var sign = Int128.IsNegative(remainder) == denominator < 0 ? 1 : -1;
            var awayFromZero = rounding switch
            {
                Rounding.HalfUp => Int128.Abs(remainder) * 2 >= Int128.Abs(denominator),
                Rounding.Down => false,
                Rounding.Up => true,
                _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Not a way of rounding."),
            };
            quotient += awayFromZero ? sign : 0;
        }

        return new Money(checked((long)quotient));
    }

    /// <summary>Orders by amount.</summary>
    /// <param name="other">The amount to compare with.</param>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The amount in yuan with two decimals and no grouping: <c>200.00</c>, <c>-0.05</c>. The same in every culture.</summary>
    public override string ToString()
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(Fen));
        var sign = Fen < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{magnitude / FenPerYuan}.{magnitude % FenPerYuan:00}");
    }

    /// <summary>Reads yuan as written by <see cref="ToString"/>; see <see cref="TryParse(string?, out Money)"/> for the form.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not an amount in yuan.</exception>
    public static Money Parse(string text) =>
        TryParse(text, out var money)
            ? money
            : throw new FormatException($"'{text}' is not an amount in yuan; write digits with at most two decimals, such as 200.00.");

    /// <summary>
    /// Reads yuan: an optional minus, digits, and at most two decimals after a point. No grouping, spaces, exponent or
    /// currency sign, so that one amount has one meaning everywhere.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="money">The amount, or zero.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        money = Zero;
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (negative)
        {
            rest = rest[1..];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var decimals = point < 0 ? default : rest[(point + 1)..];
        if (whole.IsEmpty || !AllDigits(whole) || !AllDigits(decimals) || decimals.Length > 2 || (point >= 0 && decimals.IsEmpty))
        {
            return false;
        }

        // 20 digits are more than 64 bits can hold; leading zeros must not get past that test.
        whole = whole.TrimStart('0');
        if (whole.Length > 19)
        {
            return false;
        }

        Int128 fen = 0;
        foreach (var digit in whole)
        {
            fen = (fen * 10) + (digit - '0');
        }

        foreach (var digit in decimals)
        {
            fen = (fen * 10) + (digit - '0');
        }

        for (var missing = decimals.Length; missing < 2; missing++)
        {
            fen *= 10;
        }

        fen = negative ? -fen : fen;
        if (fen < long.MinValue || fen > long.MaxValue)
        {
            return false;
        }

        money = new Money((long)fen);
        return true;
    }

    /// <inheritdoc/>
    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<Money>.TryParse(string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result);

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
