using System.Globalization;
using System.Text;
using Cradle.Cli.Policies;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;
using Cradle.Rules.Rehearsal;

namespace Cradle.Cli.Rehearsals;

/// <summary>Prints a report: as text, as JSON, as tables in a folder.</summary>
internal sealed class ReportOutput(RehearsalReport report, Language language, BadRowLog log)
{
    private const string FirstYear = "1";

    private readonly ReportTables _tables = new(report, language, code => PolicyFolder.NameOf(code, language));

    public void WriteTables(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in _tables.All())
            using (var writer = new StreamWriter(Path.Combine(folder, table.Id + ".csv"), append: false, new UTF8Encoding(false)))
                table.Write(writer, language, Remarks());
    }

    public void WriteText(TextWriter output)
    {
        foreach (var remark in Remarks())
            output.WriteLine(remark);
        foreach (var table in _tables.All().Where(table => table.Id is not ("clauses" or "cases")))
        {
            output.WriteLine();
            output.WriteLine(table.Title.In(language));
            WriteTable(output, IsByYear(table) ? table with { Rows = [.. table.Rows.Where(row => row[0] == FirstYear)] } : table);
        }

        if (report.Years.Count > 1)
        {
            output.WriteLine();
            output.WriteLine(language == Language.English ? "Only the first year is shown; --out writes all of them." : "上面只列第一年；--out 写出全部年度。");
        }

        output.WriteLine();
        if (report.Cases.Count > 0)
            output.WriteLine(language == Language.English ? $"{report.Cases.Count} worked cases would answer otherwise." : $"有{report.Cases.Count}个示例的结果会变。");
        foreach (var finding in report.Findings)
            output.WriteLine(finding);
        foreach (var assumption in report.Assumptions)
            output.WriteLine($"* {assumption.In(language)}");
    }

    public void WriteJson() => JsonOutput.Write(new
    {
        Synthetic = report.Population.IsSynthetic,
        Reform = new { report.Reform.Id, report.Reform.Label, report.Reform.About, report.Reform.From, Changes = report.Reform.Changes.Select(change => new { change.Act, Quantity = change.Quantity.Id, Old = change.Old?.Id, New = change.New?.Id }) },
        Population = new { report.Population.Label, report.Population.Source, report.Population.AsOf, report.Sample, report.Families, BadRows = log.Rows, FamiliesLeftOut = log.Families },
        Years = report.Years.Select(year => new
        {
            Year = year.Number, year.From, year.Until, year.Births,
            Cost = Line(year.Cost, true),
            Divisions = year.Divisions.Select(line => new { Division = line.Key, Cost = Line(line, true) }),
            BirthOrders = year.BirthOrders.Select(line => new { BirthOrder = line.Key, Cost = Line(line, true) }),
            Quantities = year.Quantities.Select(item => new
            {
                item.Quantity.Header.Id, item.Quantity.Header.Label, item.Quantity.Header.Unit, Touched = item.Quantity.IsTouched, Cash = item.Quantity.IsCash,
                Total = Line(item.Whole, IsMoney(item)),
                Clauses = item.Rules.Select(line => new { Rule = report.Rules[line.Key].Id, Cites = report.Rules[line.Key].Cites.Select(cite => cite.ToString()), Total = Line(line, IsMoney(item)) }),
                Divisions = item.Divisions.Select(line => new { Division = line.Key, Total = Line(line, IsMoney(item)) }),
                BirthOrders = item.BirthOrders.Select(line => new { BirthOrder = line.Key, Total = Line(line, IsMoney(item)) }),
            }),
            Families = year.Families.Select(item => new
            {
                Quantity = item.Quantity?.Id, item.Gain, item.Lose, item.Stay, item.Undecided,
                MedianGain = Amount(item.MedianGain, item), MedianLoss = Amount(item.MedianLoss, item), MediansWithin = Amount(item.Resolution, item),
                Bins = item.Bins.Select(bin => new { From = Amount(bin.From, item), Until = Amount(bin.Until, item), bin.Families }),
            }),
            Statuses = year.Transitions.Select(item => new { Quantity = item.Quantity.Id, item.Now, item.After, item.Instances }),
        }),
        NewConflicts = report.NewConflicts.Select(item => new { Family = item.Id, item.Instance, item.Day, item.Rules }),
        Cases = report.Cases.Select(item => new { item.Case.Quantity, Case = item.Case.Name, item.Case.Position.File, item.Case.Position.Line, Now = Answer(item.Now), After = Answer(item.After) }),
        Findings = report.Findings.Select(finding => finding.ToString()),
        report.Assumptions,
    });

    private IEnumerable<string> Remarks()
    {
        var english = language == Language.English;
        if (report.Population.IsSynthetic)
            yield return english ? "SYNTHETIC: no family here is real" : "合成数据：不是真实家庭（SYNTHETIC）";
        yield return $"{(english ? "reform" : "改革")}: {report.Reform.Label.In(language)} ({report.Reform.Id}, {report.Reform.From:yyyy-MM-dd})";
        yield return $"{(english ? "population" : "人口")}: {report.Population.Label.In(language)}; {report.Sample} → {report.Families}";
        if (report.Population.Source.Length > 0)
            yield return $"{(english ? "source" : "来源")}: {report.Population.Source}";
        if (log.Rows > 0)
            yield return english ? $"{log.Rows} bad rows, {log.Families} families left out" : $"坏行{log.Rows}行，略去{log.Families}家";
    }

    /// <summary>Columns that are zero or empty all the way down are left out on the screen.</summary>
    private void WriteTable(TextWriter output, ReportTable table)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => row[column] is not ("" or "0" or "0.00"))).ToList();
        var rows = table.Rows.Select(row => columns.ConvertAll(column => row[column])).Prepend(columns.ConvertAll(column => table.Columns[column].In(language))).ToList();
        var widths = columns.Select((_, index) => rows.Max(row => Width(row[index]))).ToList();
        foreach (var row in rows)
            output.WriteLine("  " + string.Join("  ", row.Select((cell, index) => Padded(cell, widths[index]))).TrimEnd());
    }

    /// <summary>The screen shows the first year; cost and families stand for every year.</summary>
    private static bool IsByYear(ReportTable table) => table.Id is "quantities" or "divisions" or "birth-orders" or "distribution" or "statuses";

    private static string Padded(string cell, int width) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] == '-') ? new string(' ', width - Width(cell)) + cell : cell + new string(' ', width - Width(cell));

    // a Chinese sign is as wide as two Latin ones
    private static int Width(string text) => text.Sum(sign => sign >= '\u2E80' ? 2 : 1);

    private static object Line(RehearsalLine line, bool money) => new { Now = Figures(line.Now, money), After = Figures(line.After, money), Change = Sum(line.Change, money) };

    private static object Figures(RehearsalFigures figures, bool money) => new
    {
        Due = Sum(figures.Due, money), Offered = Sum(figures.Offered, money), UnknownLow = Sum(figures.UnknownLow, money), UnknownHigh = Sum(figures.UnknownHigh, money),
        figures.Recipients, figures.Unknown, figures.Unbounded, figures.Conflicts,
    };

    private static bool IsMoney(QuantityReport item) => item.Quantity.Header.ValueType?.Kind == Rules.Binding.ValueKind.Money;

    private static string? Amount(long? value, FamilyReport item) => value is { } known ? Sum(known, item.Quantity is null || item.Quantity.ValueType?.Kind == Rules.Binding.ValueKind.Money) : null;

    private static string Sum(long value, bool money) => money ? new Cradle.Primitives.Money(value).ToString() : value.ToString(CultureInfo.InvariantCulture);

    private static object? Answer(Rules.Evaluation.Outcome? outcome) => outcome is null ? null
        : new { outcome.Status, Value = outcome.Value is { } value ? Rules.Evaluation.ValueFormat.Text(value, outcome) : null, Rule = outcome.Rule?.Id };
}
