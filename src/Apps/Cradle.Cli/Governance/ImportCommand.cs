using System.CommandLine;
using System.Globalization;
using Cradle.Governance.Matrix;
using Cradle.Governance.Units;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Cli.Governance;

/// <summary><c>cradle import matrix FILE --division CODE</c>: reads a responsibility matrix as it was issued and says what is doubtful in it.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The table: .xlsx, or .csv in UTF-8 or GBK." };
        var division = new Option<string>("--division") { Description = "The place it is of, e.g. 2201.", HelpName = "CODE", Required = true };
        var units = new Option<string?>("--units") { Description = "Its directory of units; data/units when left out.", HelpName = "FILE" };
        var matrix = new Command("matrix", "Reads a responsibility matrix (重点任务分工表): rows, units, lead and joint, findings. Writes nothing.") { file, division, units, Options.Json, Options.English };
        matrix.SetAction(parse => Matrix(parse.GetValue(file)!, parse.GetValue(division)!, parse.GetValue(units), parse.GetValue(Options.Json), parse.GetValue(Options.English)));
        return new Command("import", "Reads what offices keep in tables.") { matrix };
    }

    private static int Matrix(string file, string code, string? units, bool json, bool english)
    {
        if (!DivisionCode.TryParse(code, out var division))
            throw new UsageException($"--division {code}: this is no division code; write 2, 4 or 6 digits, such as 2201.");
        if (DivisionCatalogue.Load(Folders.Divisions).Find(division) is not { } place)
            throw new UsageException($"--division {code}: no such place is on file in data/divisions.");
        var directory = Directory(division, units);
        var reading = new MatrixReader(directory, place.ShortZh, Options.Today).Read(File.ReadAllBytes(file), file);
        if (json)
            WriteJson(reading, english);
        else
            WriteText(reading, english);
        return reading.HasErrors ? ExitCodes.Finding : ExitCodes.Ok;
    }

    private static UnitDirectory Directory(DivisionCode division, string? file)
    {
        var path = file ?? UnitFile.Find(Folders.Units, division)
            ?? throw new UsageException($"No directory of units of {division} is in {Folders.Units}. Name one by --units; its form is in data/units/README.md.");
        try
        {
            return UnitFile.Read(path);
        }
        catch (InvalidDataException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static string Say(Words words, bool english) => english ? words.En : words.Zh;

    private static void WriteText(MatrixReading reading, bool english)
    {
        foreach (var row in reading.Rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Number,3}  {row.Title}  [{Names(row.Lead)}] {Names(row.Joint)}  {row.Deadline.AsGiven}"));
        }

        foreach (var finding in reading.Findings)
        {
            (finding.IsError ? Console.Error : Console.Out).WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.Line}: {finding.Code}: {Say(finding.Says, english)}"));
        }

        var units = reading.Rows.SelectMany(row => row.Lead.Concat(row.Joint)).Distinct().Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reading.Rows.Count} rows, {units} units, {reading.Rows.Count(row => row.Lead.Count == 0)} rows without lead, {reading.Findings.Count(finding => finding.IsError)} errors, {reading.Findings.Count(finding => !finding.IsError)} notes"));
    }

    private static string Names(IEnumerable<UnitEntry> units) => string.Join('、', units.Select(unit => unit.Name));

    private static void WriteJson(MatrixReading reading, bool english) => JsonOutput.Write(new
    {
        Rows = reading.Rows.Select(row => new
        {
            row.Line, row.Number, row.Section, row.Title, row.Text, row.UnitsAsGiven, row.Duty, Lead = row.Lead.Select(unit => unit.Name), Joint = row.Joint.Select(unit => unit.Name),
            row.Progress, DeadlineAsGiven = row.Deadline.AsGiven, DeadlineKind = row.Deadline.Kind, Deadline = row.Deadline.Day, row.IsCompleted, row.Remark,
        }),
        Units = reading.Rows.SelectMany(row => row.Lead.Concat(row.Joint)).Distinct().Select(unit => new { unit.Name, unit.Kind, unit.Until, unit.Successor }),
        Findings = reading.Findings.Select(finding => new { finding.Code, finding.Line, finding.IsError, Text = Say(finding.Says, english) }),
    });
}
