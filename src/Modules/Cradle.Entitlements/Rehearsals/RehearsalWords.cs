using System.Globalization;
using Cradle.Platform.Web;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;
using Cradle.Rules.Rehearsal;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>Figures of a report in the words of the page: large sums in ten thousands or millions, small ones whole.</summary>
public static class RehearsalWords
{
    private const decimal FenPerYuan = 100;
    private const decimal TenThousand = 10_000;
    private const decimal HundredMillion = 100_000_000;
    private const decimal Million = 1_000_000;

    /// <summary>Money, rounded for the eye; the tables have it to the fen.</summary>
    public static string Money(long fen) => string.Concat(MoneyParts(fen).Value, MoneyParts(fen).Unit);

    /// <summary>The same, figure and unit apart.</summary>
    public static (string Value, string Unit) MoneyParts(long fen)
    {
        var yuan = fen / FenPerYuan;
        var (scale, unit) = (Math.Abs(yuan), Wording.InEnglish) switch
        {
            ( >= HundredMillion, false) => (HundredMillion, "亿元"),
            ( >= TenThousand, false) => (TenThousand, "万元"),
            (_, false) => (1m, "元"),
            ( >= Million, true) => (Million, " million yuan"),
            _ => (1m, " yuan"),
        };
        return ((yuan / scale).ToString(scale == 1 ? "#,0.##" : "#,0.00", CultureInfo.InvariantCulture), unit);
    }

    /// <summary>How many families, large numbers in ten thousands or millions.</summary>
    public static (string Value, string Unit) FamilyParts(long families) => (families, Wording.InEnglish) switch
    {
        ( >= (long)Million, true) => ((families / Million).ToString("0.00", CultureInfo.InvariantCulture), "million families"),
        ( >= (long)TenThousand, false) => ((families / TenThousand).ToString("#,0.0", CultureInfo.InvariantCulture), "万家"),
        (_, false) => (Count(families), "家"),
        _ => (Count(families), "families"),
    };

    public static string Exact(long fen) => (fen / FenPerYuan).ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Days(long days) => Count(days) + Wording.Say("天", days == 1 ? " day" : " days");

    /// <summary>An amount of a quantity, with its unit; of all cash where there is none.</summary>
    public static string Amount(long value, QuantityHeader? quantity) => quantity is null || IsMoney(quantity) ? Money(value)
        : quantity.ValueType?.Kind == ValueKind.Days ? Days(value) : Count(value) + Wording.Say("小时", " hours");

    public static bool IsMoney(QuantityHeader quantity) => quantity.ValueType?.Kind == ValueKind.Money;

    /// <summary>A change with its sign.</summary>
    public static string Change(long value, QuantityHeader? quantity) => (value > 0 ? "+" : "") + Amount(value, quantity);

    /// <summary>Both ends of a bin.</summary>
    public static string Range(ChangeBin bin, QuantityHeader? quantity) => bin.From < 0
        ? Wording.Say($"少{Amount(-bin.Until, quantity)}至{Amount(-bin.From, quantity)}", $"{Amount(-bin.Until, quantity)} to {Amount(-bin.From, quantity)} less")
        : Wording.Say($"多{Amount(bin.From, quantity)}至{Amount(bin.Until, quantity)}", $"{Amount(bin.From, quantity)} to {Amount(bin.Until, quantity)} more");
}
