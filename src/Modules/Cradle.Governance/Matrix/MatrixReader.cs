using System.Globalization;
using System.Text.RegularExpressions;
using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Tables;

namespace Cradle.Governance.Matrix;

/// <summary>Reads a responsibility matrix (重点任务分工表) as it was issued: nothing is lost, and what is doubtful is named.</summary>
public sealed partial class MatrixReader(UnitDirectory directory, string place, DateOnly today)
{
    // Matrices have dozens of rows; a table of very many is something else, and each of its rows would be a finding.
    private static readonly TableLimits Limits = TableLimits.Usual with { Rows = 1 << 12 };
    private const int MostUnknown = 16;   // of one row

    /// <summary>Reads the file of a matrix.</summary>
    public MatrixReading Read(byte[] content, string name)
    {
        var (table, error) = TableFile.Read(content, name, Limits);
        return table is null ? new MatrixReading([], [MatrixErrors.Unreadable(error!)]) : Read(table);
    }

    /// <summary>Reads a table.</summary>
    public MatrixReading Read(Table table)
    {
        if (MatrixColumns.Find(table) is not { } columns)
        {
            return new MatrixReading([], [MatrixErrors.NoHeader()]);
        }

        var rows = new List<MatrixRow>();
        var findings = new List<MatrixFinding>();
        var lineOf = new Dictionary<int, int>();
        var section = "";
        for (var row = columns.Heading + 1; row < table.Rows; row++)
        {
            if (table.IsBlank(row) || columns.IsHeading(table, row))
            {
                continue;
            }

            if (SectionOf(table, row) is { } heading)
            {
                section = heading;
                continue;
            }

            var read = ReadRow(table, columns, row, ref section, findings);
            if (read.Number is { } number && !lineOf.TryAdd(number, read.Line))
            {
                findings.Add(MatrixErrors.SameNumber(read.Line, number, lineOf[number]));
            }

            rows.Add(read);
        }

        return new MatrixReading(rows, findings);
    }

    private MatrixRow ReadRow(Table table, MatrixColumns columns, int row, ref string section, List<MatrixFinding> findings)
    {
        var line = row + 1;
        string Cell(int? column) => column is { } at ? table[row, at] : "";
        var (number, task) = (ReadNumber(table[row, columns.Number], line, findings), ReadTask([.. table.Texts(row, columns.Task)], ref section));
        section = Cell(columns.Part) switch { "" => section, MatrixColumns.NoPart => "", var part => part };
        task.Text = string.Join('\n', new[] { task.Text, Cell(columns.Text) }.Where(text => text.Length > 0));
        if (task.Title.Length == 0)
        {
            findings.Add(MatrixErrors.NoTask(line));
        }
        else if (task.Number is { } inText && number is { } own && inText != own)
        {
            findings.Add(MatrixErrors.OtherNumber(line, own, inText));
        }

        var given = string.Join(" ", columns.Lead.Select(Lead).Concat(columns.Units.Select(column => table[row, column])).Where(text => text.Length > 0));
        var units = UnitsCell.Read(given, directory, place);
        var deadline = DeadlineText.Read(Cell(columns.Deadline), today.Year);
        Review(line, given, units, deadline, findings);
        var read = new MatrixRow
        {
            Line = line, Number = number, Section = section, Title = task.Title, Text = task.Text, UnitsAsGiven = given, Duty = units.Duty,
            Lead = Known(units.Lead), Joint = Known(units.Joint), Progress = Cell(columns.Progress), Deadline = deadline, Remark = Cell(columns.Remark),
        };
        findings.AddRange(TooLong(read));
        if (read.Progress.Length > 0 && !DeadlineText.SaysDone(read.Progress))
        {
            findings.Add(MatrixErrors.ProgressNotKept(line, read.Progress));
        }

        return read;

        // A table with a column of its own for the leading ones says it by the heading.
        string Lead(int column) => table[row, column] is { Length: > 0 } text && !text.Contains("牵头", StringComparison.Ordinal) ? text + "牵头" : table[row, column];
    }

    // A row that holds the name of a section and nothing else, alone or across the table.
    private static string? SectionOf(Table table, int row) =>
        table.Texts(row, Enumerable.Range(0, table.Columns)).Where(text => text.Length > 0).Take(2).ToList() is [var only] && SectionMark().IsMatch(only) ? only.TrimEnd('。', '.') : null;

    private static int? ReadNumber(string text, int line, List<MatrixFinding> findings)
    {
        if (int.TryParse(PlainText.Key(text).TrimEnd('.', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        findings.Add(MatrixErrors.NoNumber(line, text));
        return null;
    }

    // The task stands in one to three cells: section, title, text; title and text often in one.
    private static (int? Number, string Title, string Text) ReadTask(List<string> cells, ref string section)
    {
        if (cells.Count > 1 && (cells[0].Length == 0 || SectionMark().IsMatch(cells[0])))
        {
            section = cells[0].Length == 0 ? section : cells[0].TrimEnd('。', '.');
            cells.RemoveAt(0);
        }

        var whole = string.Join("\n", cells.Where(cell => cell.Length > 0));
        var match = TitleMark().Match(whole);
        var end = whole.IndexOfAny(['。', '\n'], match.Length);
        var (title, text) = end < 0 ? (whole[match.Length..], "") : (whole[match.Length..end], whole[(end + 1)..]);
        return (match.Success ? int.Parse(PlainText.Key(match.Groups["number"].Value), NumberStyles.None, CultureInfo.InvariantCulture) : null, title.Trim(), text.Trim());
    }

    private void Review(int line, string given, UnitsCell units, DeadlineText deadline, List<MatrixFinding> findings)
    {
        if (given.Length == 0)
        {
            findings.Add(MatrixErrors.NoUnits(line));
        }
        else if (units.Lead.Count != 1)
        {
            findings.Add(units.Lead.Count == 0 ? MatrixErrors.NoLead(line) : MatrixErrors.SeveralLeads(line, units.Lead.Count));
        }

        var unknown = 0;
        foreach (var (text, unit) in units.Lead.Concat(units.Joint))
        {
            if (unit is null)
            {
                if (++unknown > MostUnknown)
                {
                    break;
                }

                findings.Add(UnitsCell.IsOfForm(text) ? MatrixErrors.UnitsUnclear(line, text) : MatrixErrors.UnknownUnit(line, text, directory.Suggest(text)));
                continue;
            }

            if (text != PlainText.Key(unit.Name))
            {
                findings.Add(MatrixErrors.Alias(line, text, unit.Name));
            }

            if (directory.Current(unit, today) is var current && current != unit)
            {
                findings.Add(MatrixErrors.Renamed(line, unit.Name, current.Name));
            }
        }

        if (deadline.Kind == DeadlineKind.Unreadable)
        {
            findings.Add(MatrixErrors.Deadline(line, deadline.AsGiven));
        }
        else if (deadline.Day is { } day && Plausible.Far(day, today) is { } far)
        {
            findings.Add(MatrixErrors.FarDeadline(line, far));
        }
        else if (deadline.IsCompleted)
        {
            findings.Add(MatrixErrors.StandingInDeadline(line, deadline.AsGiven));
        }
    }

    // what the ledger has no room for
    private static IEnumerable<MatrixFinding> TooLong(MatrixRow row) => new[]
        {
            ("section-long", "部分", row.Section, TrackedMapping.NameLength), ("task-long", "主要任务", row.Title, TrackedMapping.NameLength), ("text-long", "主要任务的内容", row.Text, TrackedMapping.TextLength),
        }.Where(cell => cell.Item3.Length > cell.Item4).Select(cell => MatrixErrors.TooLong(row.Line, cell.Item1, cell.Item2, cell.Item3, cell.Item4));

    private static List<UnitEntry> Known(IEnumerable<UnitPart> parts) => [.. parts.Select(part => part.Unit).OfType<UnitEntry>()];

    [GeneratedRegex("^[一二三四五六七八九十]+[、.．]")]
    private static partial Regex SectionMark();

    [GeneratedRegex("^(?<number>\\d{1,3})[.．、]\\s*")]
    private static partial Regex TitleMark();
}
