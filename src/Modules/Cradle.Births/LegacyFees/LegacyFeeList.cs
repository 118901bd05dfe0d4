using System.Globalization;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.LegacyFees;

/// <summary>A row of the list as it is to be kept.</summary>
public sealed record LegacyFeeRow(int Line, string DecisionNumber, DateOnly DecidedOn, string Person, string PersonId, int Birth, Money Decided, Money Collected, string? Enforcement);

/// <summary>What is wrong with a row, with how to mend it.</summary>
/// <param name="Line">The row of the sheet, from 1.</param>
/// <param name="IsNewCase">Whether somebody tries to open what may not be opened any more.</param>
/// <param name="Says">What is wrong, and how to mend it.</param>
public sealed record LegacyFeeFinding(int Line, bool IsNewCase, Words Says);

/// <summary>A list as it was read: the rows that can be kept, and what is wrong with the others.</summary>
public sealed record LegacyFeeReading(Table? Table, IReadOnlyList<LegacyFeeRow> Rows, IReadOnlyList<LegacyFeeFinding> Findings)
{
    /// <summary>The list again with what is wrong beside each row, for mending it.</summary>
    public byte[] WithFindings() => Workbook.Write(new Sheet("核对结果", [.. LegacyFeeList.Columns, "问题"], Enumerable.Range(1, (Table?.Rows ?? 1) - 1).Select(row =>
        (IReadOnlyList<object?>)[.. Enumerable.Range(0, LegacyFeeList.Columns.Count).Select(column => Table![row, column]), string.Join(' ', Findings.Where(finding => finding.Line == row + 1).Select(finding => finding.Says.ToString()))])));
}

/// <summary>The list of old cases as Excel or CSV: its columns, an empty one to fill in, and how it is read.</summary>
public static class LegacyFeeList
{
    public static IReadOnlyList<string> Columns { get; } = ["决定书文号", "决定日期", "当事人姓名", "身份证号", "决定书所写孩次", "决定金额（元）", "已收金额（元）", "执行情况"];

    /// <summary>An empty list to fill in.</summary>
    public static byte[] Template() => Workbook.Write(new Sheet("旧案", Columns, []));

    /// <summary>Reads a list.</summary>
    public static LegacyFeeReading Read(byte[] content, string name, FeeAbolition abolition)
    {
        var (table, error) = TableFile.Read(content, name);
        if (table is null)
            return new(null, [], [new(1, false, new(error!.Problem + "。" + error.Remedy, $"{error.Problem}. {error.Remedy}"))]);
        if (Columns.Where((column, index) => table[0, index] != column).ToList() is { Count: > 0 } missing)
            return new(table, [], [new(1, false, new($"第一行缺这些栏或顺序不对：{string.Join("、", missing)}。请用模板。", $"The first row lacks columns or has them in another order: {string.Join(", ", missing)}. Use the template."))]);
        var (rows, findings) = (new List<LegacyFeeRow>(), new List<LegacyFeeFinding>());
        for (var row = 1; row < table.Rows; row++)
        {
            if (table.IsBlank(row))
                continue;
            var (read, wrong) = ReadRow(table, row, abolition);
            findings.AddRange(wrong);
            if (read is not null && rows.Exists(other => other.DecisionNumber == read.DecisionNumber))
                findings.Add(new(row + 1, false, new($"文号 {read.DecisionNumber} 在表里出现两次，留一行。", $"The decision {read.DecisionNumber} stands twice; keep one row.")));
            else if (read is not null)
                rows.Add(read);
        }

        return new(table, rows, findings);
    }

    private static (LegacyFeeRow? Row, List<LegacyFeeFinding> Findings) ReadRow(Table table, int row, FeeAbolition abolition)
    {
        var findings = new List<LegacyFeeFinding>();
        void Wrong(string zh, string en, bool isNewCase = false) => findings.Add(new(row + 1, isNewCase, new(zh, en)));

        var (number, day) = (table[row, 0], table[row, 1]);
        if (number.Length == 0 || day.Length == 0)
            Wrong($"没有立案或没有作出决定的不受理、不处理（{string.Join("、", abolition.Cites)}）：删去这一行。", $"What was never investigated or decided is not taken up ({string.Join(", ", abolition.Cites)}): delete the row.", isNewCase: true);
        else if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var decided))
            Wrong("决定日期写成 2019-05-31 的样子。", "Write the day as 2019-05-31.");
        else if (decided >= abolition.On)
            Wrong($"{abolition.On:yyyy-MM-dd} 起不再征收，不能有之后的决定：删去这一行并查明来由。", $"Nothing is levied since {abolition.On:yyyy-MM-dd}; a later decision can't be: delete the row and find out how it came about.", isNewCase: true);
        if (table[row, 2].Length == 0)
            Wrong("缺当事人姓名。", "The name is missing.");
        if (!ResidentId.TryParse(table[row, 3], out _, out var idError))
            Wrong($"身份证号：{idError.Value.ToChinese()}", $"Identity number: {idError.Value}.");
        if (!int.TryParse(table[row, 4], NumberStyles.None, CultureInfo.InvariantCulture, out var birth) || birth is < 1 or > 20)
            Wrong("孩次写成数字，照决定书。", "Write the birth as a number, as the decision has it.");
        var isDecided = Money.TryParse(table[row, 5], out var amount) && amount > Money.Zero;
        var isCollected = Money.TryParse(table[row, 6], out var collected) && collected >= Money.Zero;
        if (!isDecided || !isCollected)
            Wrong("金额写成数字，单位元，比如 40000。", "Write sums as numbers in yuan, such as 40000.");
        else if (collected > amount)
            Wrong($"已收 {collected} 元多于决定 {amount} 元：核对票据。", $"Collected {collected} is more than the decided {amount} yuan: check the receipts.");
        return findings.Count > 0 ? (null, findings) : (new LegacyFeeRow(
            row + 1, number, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), table[row, 2], ResidentId.Parse(table[row, 3]).Number, birth, amount, collected, table[row, 7].Length == 0 ? null : table[row, 7]), findings);
    }
}
