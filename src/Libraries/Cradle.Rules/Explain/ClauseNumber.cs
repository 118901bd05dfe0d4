using System.Globalization;
using System.Text;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>The number of a clause as a reader of either language says it: 二（十二） and 2 (12), 第9条 and art. 9.</summary>
public static class ClauseNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const char Ten = '十';

    /// <summary>The number without its document; empty where a norm is cited as a whole.</summary>
    public static string In(Citation cite, Language language) => (cite.IsNorm && cite.Clause.Length > 0, language) switch
    {
        (true, Language.Chinese) => $"第{cite.Clause}条",
        (true, _) => $"art. {cite.Clause}",
        (_, Language.Chinese) => cite.Clause,
        _ => InEnglish(cite.Clause),
    };

    private static string InEnglish(string clause)
    {
        var text = new StringBuilder();
        for (var at = 0; at < clause.Length;)
        {
            var end = at;
            while (end < clause.Length && (clause[end] == Ten || Digits.Contains(clause[end], StringComparison.Ordinal)))
                end++;
            if (end > at)
                text.Append(Value(clause[at..end]).ToString(CultureInfo.InvariantCulture));
            else
                text.Append(clause[end++] switch { '（' => at == 0 ? "(" : " (", '）' => ")", var other => other.ToString() });
            at = end;
        }

        return text.Replace("序言", "preamble").Replace("结尾段", "closing paragraph").ToString();
    }

    /// <summary>A numeral below a hundred: 十二, 二十, 二十六.</summary>
    private static int Value(string numeral)
    {
        var ten = numeral.IndexOf(Ten, StringComparison.Ordinal);
        if (ten < 0)
            return Digits.IndexOf(numeral[0], StringComparison.Ordinal);
        return 10 * (ten == 0 ? 1 : Digits.IndexOf(numeral[0], StringComparison.Ordinal)) + (ten + 1 < numeral.Length ? Digits.IndexOf(numeral[^1], StringComparison.Ordinal) : 0);
    }
}
