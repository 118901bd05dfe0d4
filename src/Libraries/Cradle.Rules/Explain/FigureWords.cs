using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>The parts of a figure as people write them: yuan without idle zeros, and how a text bounds it.</summary>
public static class FigureWords
{
    private const long TenThousandYuan = 10_000 * 100;
    private const long LeastInTenThousands = 10 * TenThousandYuan;

    /// <summary>Fen as yuan: 3600, 10.50; in Chinese large round sums as 20万, in English with separators.</summary>
    public static string Yuan(long fen, Language language)
    {
        if (language == Language.Chinese && fen >= LeastInTenThousands && fen % TenThousandYuan == 0)
            return string.Create(CultureInfo.InvariantCulture, $"{fen / TenThousandYuan}万");
        var whole = language == Language.English ? "#,0" : "0";
        return (fen / 100m).ToString(fen % 100 == 0 ? whole : whole + ".00", CultureInfo.InvariantCulture);
    }

    /// <summary>The number of an outcome without its unit.</summary>
    public static string Number(long value, Outcome outcome, Language language) =>
        outcome.ValueType?.Kind == ValueKind.Money ? Yuan(value, language) : ValueFormat.Text(value, outcome);

    /// <summary>"At least", "up to", or nothing; money and other figures have words of their own in Chinese.</summary>
    public static Bilingual Limit(ValueLimit limit, bool isMoney) => (limit, isMoney) switch
    {
        (ValueLimit.AtLeast, true) => new("不低于", "at least"),
        (ValueLimit.AtLeast, false) => new("不少于", "at least"),
        (ValueLimit.AtMost, true) => new("最高", "up to"),
        (ValueLimit.AtMost, false) => new("最多", "up to"),
        _ => new("", ""),
    };
}
