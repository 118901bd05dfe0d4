using Cradle.Governance.Assessment;
using Cradle.Governance.Matrix;
using Cradle.Platform.Tables;

namespace Cradle.Modules.Tests.Governance;

/// <summary>The matrix of Changchun spoilt in every way that people spoil tables, alone and together: nothing is lost, nothing is made up, and each fault is named with its line.</summary>
public class MatrixFuzzTests
{
    private static readonly string[] Deadlines = ["2025年11月底", "２０２５年１１月底", "2025-13-40", "2025.11", "尽快", "已完成", "持续推进", "每年11月底前", "11月", "2025年2月30日", "\t"];
    private static readonly string[] Wrong = ["市卫计委", "市卫健委员", "市教育厅", "某某办", "市卫健委、", "，，", "牵头", "按职责分工负责", new('甲', 5000)];
    private static readonly int UnitsColumn = 3;

    private static readonly Lazy<Table> Indicators = new(() => TableFile.Read(IndicatorTable.Template(TargetFile.Read(Repository.PathOf("policies"))), "a.xlsx").Item1!);
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_spoilt_matrix_keeps_its_rows_invents_no_unit_and_names_its_faults(int seed)
    {
        var random = new Random(seed);
        var cells = Cells();
        var merged = new List<MergedCells>();
        for (var step = 0; step < 12; step++)
            Spoil(random, cells, merged);
        var table = new Table([.. cells.Select(row => (IReadOnlyList<string>)row)], merged);
        var reading = Annex.Reader.Read(table);

        if (MatrixColumns.Find(table) is not { } columns)
        {
            Assert.Contains(reading.Findings, finding => finding is { Code: "no-heading", IsError: true });
            return;
        }

        Assert.Equal(Enumerable.Range(columns.Heading + 1, table.Rows - columns.Heading - 1).Count(row => !table.IsBlank(row) && !columns.IsHeading(table, row)), reading.Rows.Count);
        Assert.All(reading.Rows.SelectMany(row => row.Lead.Concat(row.Joint)), unit => Assert.Contains(unit, Annex.Units.All));
        Assert.All(reading.Findings, finding => Assert.True(finding.Line >= 0 && finding.Line <= table.Rows && finding.Says.Zh.Length > 0 && finding.Says.En.Length > 0));
        var twice = reading.Rows.Where(row => row.Number is not null).GroupBy(row => row.Number).Sum(same => same.Count() - 1);
        Assert.Equal(twice, reading.Findings.Count(finding => finding.Code == "number-twice"));
        Assert.Equal(reading.Rows.Count(row => row.Number is null), reading.Findings.Count(finding => finding.Code == "number-missing"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_spoilt_table_of_indicators_is_read_or_named_and_never_a_crash(int seed)
    {
        var random = new Random(seed);
        var template = Indicators.Value;
        List<string[]> cells = [.. Enumerable.Range(0, template.Rows).Select(row => Enumerable.Range(0, template.Columns).Select(column => template[row, column]).ToArray())];
        for (var step = 0; step < 20; step++)
            cells[random.Next(cells.Count)][random.Next(template.Columns)] = random.Next(3) switch { 0 => "", 1 => "１２．５", _ => "不是数" };
        var (indicators, faults) = IndicatorTable.Read(new Table([.. cells.Select(row => (IReadOnlyList<string>)row)]));
        Assert.True(indicators.Count + faults.Count <= cells.Count * 9);
        Assert.All(indicators, indicator => Assert.False(string.IsNullOrWhiteSpace(indicator.Code)));
        Assert.All(faults, fault => Assert.NotEmpty(fault));
    }

    [Fact]
    public void A_merged_cell_of_units_counts_for_every_row_it_spans()
    {
        var cells = Cells();
        for (var row = 8; row <= 10; row++)
            cells[row][UnitsColumn] = row == 8 ? "市教育局牵头负责" : "";
        var reading = Annex.Reader.Read(new Table([.. cells.Select(row => (IReadOnlyList<string>)row)], [new(8, UnitsColumn, 10, UnitsColumn)]));
        Assert.All(reading.Rows.Skip(7).Take(3), row => Assert.Equal("市教育局", Assert.Single(row.Lead).Name));
    }

    private static List<string[]> Cells()
    {
        var (table, _) = TableFile.Read(File.ReadAllBytes(Repository.PathOf("docs", "examples", "matrix", "changchun.csv")), "a.csv");
        return [.. Enumerable.Range(0, table!.Rows).Select(row => Enumerable.Range(0, table.Columns).Select(column => table[row, column]).ToArray())];
    }

    private static void Spoil(Random random, List<string[]> cells, List<MergedCells> merged)
    {
        var (row, column) = (random.Next(cells.Count), random.Next(cells[0].Length));
        switch (random.Next(9))
        {
            case 0: cells[row][column] = ""; break;
            case 1: cells.Insert(row, [.. cells[row]]); break;
            case 2: cells[row][UnitsColumn] = Wrong[random.Next(Wrong.Length)]; break;
            case 3: cells[row][UnitsColumn + 2] = Deadlines[random.Next(Deadlines.Length)]; break;
            case 4: cells[row][0] = string.Concat(cells[row][0].Select(digit => char.IsAsciiDigit(digit) ? (char)('０' + digit - '0') : digit)); break;
            case 5: merged.Add(new(row, column, Math.Min(row + random.Next(3), cells.Count - 1), Math.Min(column + random.Next(2), cells[0].Length - 1))); break;
            case 6: cells.Insert(row, new string[cells[0].Length].Select(_ => "").ToArray()); break;
            case 7: (cells[row], cells[^1]) = (cells[^1], cells[row]); break;
            default: cells[row][column] += "\u0000\u200b\ud83d\ude00 \n"; break;
        }
    }
}
