using System.Globalization;
using Cradle.Platform.Tables;
using Cradle.Platform.Web.Tables;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Assessment;

/// <summary>An indicator set as a table: written with the targets of the documents for somebody to weigh, read back with what is wrong by line.</summary>
public static class IndicatorTable
{
    private const int Quoted = 40;
    private static readonly string[] Headings = ["编码", "指标", "条款", "单位", "权重", "计分", "方向", "目标", "来源"];
    private static readonly string[] LiveSources = [Indicator.Reported, .. LedgerFigures.Names.Order(StringComparer.Ordinal)];

    // A set has dozens of indicators; every row of a longer table would be a fault to list.
    private static readonly TableLimits Limits = TableLimits.Usual with { Rows = 1 << 10 };

    /// <summary>The workbook to fill in: a row for every target of the documents of the place and every figure of its ledger, weights left open.</summary>
    public static byte[] Template(IEnumerable<DocumentTarget> targets) => Workbook.Write(new Sheet("指标体系", Headings,
    [
        .. targets.Where(target => target.Value is not null).Select(target => (IReadOnlyList<object?>)
            [target.Id, target.Label, target.Clauses[0], target.Unit, null, AssessmentWords.Of(ScoringKind.Proportion).Zh, AssessmentWords.Of(target.Bound == "at-most" ? TargetBound.AtMost : TargetBound.AtLeast).Zh, target.Value, AssessmentWords.OfSource(Indicator.Reported).Zh]),
        .. LedgerFigures.Names.Order(StringComparer.Ordinal).Select(name => (IReadOnlyList<object?>)
            [name, AssessmentWords.OfSource(name).Zh, "", name == LedgerFigures.LateTasks ? "item" : "percent", null, AssessmentWords.Of(ScoringKind.Proportion).Zh, AssessmentWords.Of(name == LedgerFigures.LateTasks ? TargetBound.AtMost : TargetBound.AtLeast).Zh, null, AssessmentWords.OfSource(name).Zh]),
    ]));

    /// <summary>Reads a filled-in table; rows without a weight that are no veto are left out.</summary>
    /// <returns>The indicators, and everything that is wrong.</returns>
    public static (IReadOnlyList<Indicator> Indicators, IReadOnlyList<string> Faults) Read(byte[] content, string name)
    {
        var (table, error) = TableFile.Read(content, name, Limits);
        return table is null ? ([], [TableWords.Of(error!)]) : Read(table);
    }

    /// <summary>Reads a table whose first row that is not blank holds the headings.</summary>
    public static (IReadOnlyList<Indicator> Indicators, IReadOnlyList<string> Faults) Read(Table table)
    {
        var heading = Enumerable.Range(0, table.Rows).FirstOrDefault(row => !table.IsBlank(row), -1);
        var columns = heading < 0 ? [] : Headings.Select(wanted => Enumerable.Range(0, table.Columns).FirstOrDefault(column => PlainText.Key(table[heading, column]) == wanted, -1)).ToList();
        if (heading < 0 || columns.Contains(-1))
        {
            return ([], [Say("缺少这些栏：", "These columns are missing: ") + string.Join('、', Headings.Where((_, index) => heading < 0 || columns[index] < 0))]);
        }

        var (indicators, faults) = (new List<Indicator>(), new List<string>());
        for (var row = heading + 1; row < table.Rows; row++)
        {
            if (!table.IsBlank(row) && ReadRow([.. columns.Select(column => table[row, column].Trim())], row + 1, faults) is { } indicator)
            {
                indicators.Add(indicator);
            }
        }

        return (indicators, faults);
    }

    private static Indicator? ReadRow(string[] cells, int line, List<string> faults)
    {
        var scoring = Find<ScoringKind>(cells[5], kind => AssessmentWords.Of(kind).Zh);
        if (cells[4].Length == 0 && scoring != ScoringKind.Veto)
        {
            return null;
        }

        var weight = Number(cells[4].Length == 0 ? "0" : cells[4]);
        var bound = Find<TargetBound>(cells[6].Length == 0 ? AssessmentWords.Of(TargetBound.AtLeast).Zh : cells[6], found => AssessmentWords.Of(found).Zh);
        var target = cells[7].Length == 0 ? null : Number(cells[7]);
        var source = LiveSources.FirstOrDefault(known => known == cells[8] || AssessmentWords.OfSource(known).Zh == cells[8]) ?? (cells[8].Length == 0 ? Indicator.Reported : null);
        (bool IsWrong, string Says)[] checks =
        [
            (cells[0].Length == 0 || cells[1].Length == 0, Say("编码和指标不能空", "code and indicator may not be empty")),
            (weight is null, Say($"权重“{Short(cells[4])}”不是数字", $"the weight '{Short(cells[4])}' is no number")),
            (scoring is null, Say($"计分“{Short(cells[5])}”要写达到、按比例、一票否决或评分", $"scoring '{Short(cells[5])}': write 达到, 按比例, 一票否决 or 评分")),
            (bound is null, Say($"方向“{Short(cells[6])}”要写不低于或不高于", $"bound '{Short(cells[6])}': write 不低于 or 不高于")),
            (cells[7].Length > 0 && target is null, Say($"目标“{Short(cells[7])}”不是数字", $"the target '{Short(cells[7])}' is no number")),
            (source is null, Say($"来源“{Short(cells[8])}”要写自报或某个台账数", $"source '{Short(cells[8])}': write 自报 or a figure of the ledger")),
        ];
        faults.AddRange(checks.Where(check => check.IsWrong).Select(check => Say($"第{line}行：{check.Says}", $"line {line}: {check.Says}")));
        return checks.Any(check => check.IsWrong) ? null : new Indicator(cells[0], cells[1], cells[2], cells[3], weight!.Value, scoring!.Value, bound!.Value, target, source!);
    }

    private static string Short(string text) => text.Length > Quoted ? text[..Quoted] + "…" : text;

    private static TEnum? Find<TEnum>(string text, Func<TEnum, string> word)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => word(value) == PlainText.Key(text)).Select(value => (TEnum?)value).FirstOrDefault();

    private static decimal? Number(string text) => decimal.TryParse(PlainText.Key(text).TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
