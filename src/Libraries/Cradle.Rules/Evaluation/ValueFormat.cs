using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Writes values as the JSON contract does: money in yuan with two decimals, rates in percent, days and counts as whole numbers.</summary>
public static class ValueFormat
{
    /// <summary>The text of a value of a type.</summary>
    public static string Text(long value, RuleType type) => type.Kind switch
    {
        ValueKind.Money => Yuan(value),
        ValueKind.Rate => (value / (RuleType.RateScale / 100m)).ToString("0.####", CultureInfo.InvariantCulture),
        ValueKind.Date => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.Enum => type.Enumeration!.JsonMembers[(int)value],
        ValueKind.Bool => value == 0 ? "false" : "true",
        ValueKind.Division when value == 0 => "00",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The text of a value of a quantity.</summary>
    public static string Text(long value, QuantityHeader header) => Text(value, header.ValueType ?? RuleType.Int);

    /// <summary>The text of a value of an outcome.</summary>
    public static string Text(long value, Outcome outcome) => Text(value, outcome.ValueType ?? RuleType.Int);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
