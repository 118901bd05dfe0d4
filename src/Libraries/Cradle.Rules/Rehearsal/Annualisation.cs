using Cradle.Rules.Packs;

namespace Cradle.Rules.Rehearsal;

/// <summary>How an amount belongs to time.</summary>
public enum AmountBasis
{
    /// <summary>It is no amount that can be summed over a year: a flag, a rate, a number of places.</summary>
    None,

    /// <summary>For a year: a twelfth for every month.</summary>
    Year,

    /// <summary>For a month.</summary>
    Month,

    /// <summary>For a day: times the days of the month.</summary>
    Day,

    /// <summary>Once, in the month of its first day.</summary>
    Once,
}

/// <summary>
/// What a value comes to in a month, counted in twelfths of its unit (fen, days, hours), so that a yearly amount is exact until the one rounding at the end.
/// A month belongs to an outcome when it is due on the first day of the month.
/// </summary>
public static class Annualisation
{
    /// <summary>Twelfths in one.</summary>
    public const int Twelfths = 12;

    /// <summary>The basis of a unit of the language.</summary>
    public static AmountBasis Of(string unit) => unit switch
    {
        "CNY/year" or "day/year" => AmountBasis.Year,
        "CNY/month" => AmountBasis.Month,
        "CNY/day" or "hour/day" => AmountBasis.Day,
        "CNY" or "day" => AmountBasis.Once,
        _ => AmountBasis.None,
    };

    /// <summary>What the value comes to in a month of so many days, or once, in twelfths.</summary>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static long InMonth(long value, AmountBasis basis, int days) => basis switch
    {
        AmountBasis.Year => value,
        AmountBasis.Month or AmountBasis.Once => checked(value * Twelfths),
        AmountBasis.Day => checked(value * days * Twelfths),
        _ => 0,
    };

    /// <summary>Whether a quantity is money that somebody pays to, or for, a family: what a budget feels.</summary>
    public static bool IsCash(QuantityHeader header) =>
        header is { Kind: "payment" or "education", ValueType.Kind: Binding.ValueKind.Money, CountedIn: null } && Of(header.Unit) != AmountBasis.None;

    /// <summary>Whether a quantity is time off work.</summary>
    public static bool IsLeave(QuantityHeader header) => header is { Kind: "leave", CountedIn: null } && Of(header.Unit) != AmountBasis.None;
}
