using System.Text;
using Cradle.Demography.Charts;
using Cradle.Demography.Files;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>The files of a projection. All are made beside the folder and moved into it at the end, so that a failure leaves nothing half written.</summary>
internal static class ProjectionReport
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(ProjectionResult result, string folder)
    {
        var target = Path.GetFullPath(folder);
        var made = Directory.CreateDirectory(Path.TrimEndingDirectorySeparator(target) + ".writing-" + Guid.NewGuid().ToString("N"));
        try
        {
            WriteTables(result, made.FullName);
            WriteFactors(result, made.FullName);
            WriteFans(result, made.FullName);
            WriteCharts(result, made.FullName);
            Directory.CreateDirectory(target);
            foreach (var file in made.EnumerateFiles())
                file.MoveTo(Path.Combine(target, file.Name), overwrite: true);
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }

    private static void WriteTables(ProjectionResult result, string folder)
    {
        Save(folder, "population.csv", writer => ResultFiles.WritePopulation(writer, result.Accounts));
        Save(folder, "births_deaths.csv", writer => ResultFiles.WriteFlows(writer, result.Accounts));
        Save(folder, "totals.csv", writer => ResultFiles.WriteTotals(writer, result.Accounts));
        Save(folder, "indicators.csv", writer => ResultFiles.WriteIndicators(writer, [.. result.Request.Data.Divisions.Zip(result.Accounts, (division, accounts) => (division.Inputs, accounts))]));
    }

    private static void WriteFactors(ProjectionResult result, string folder)
    {
        if (result.Factors.Count > 0)
            Save(folder, "national_factors.csv", writer => ResultFiles.WriteFactors(writer, result.Factors));
    }

    private static void WriteFans(ProjectionResult result, string folder)
    {
        if (result.Fans.Count == 0)
            return;
        foreach (var measure in Enum.GetValues<FanMeasure>())
            Save(folder, FileOf(measure), writer => ResultFiles.WriteFan(writer, [.. result.Fans.Select(fan => (fan.Division, fan.Bands[measure]))]));
    }

    private static void WriteCharts(ProjectionResult result, string folder)
    {
        var source = result.Request.Data.Source;
        foreach (var accounts in result.Accounts)
        {
            var chart = PyramidChart.Draw(accounts, accounts.LastYear, accounts.FirstYear, accounts.Division, source);
            Save(folder, Chart("pyramid", accounts.Division), writer => writer.Write(chart));
        }

        foreach (var (division, bands) in result.Fans)
        {
            var place = division.Length > 0 ? ", " + division : "";
            Save(folder, Chart("fan", division), writer => writer.Write(FanChart.Draw(bands[FanMeasure.Population], "Population" + place, "persons on 1 January", source)));
            Save(folder, Chart("fan_births", division), writer => writer.Write(FanChart.Draw(bands[FanMeasure.Births], "Births" + place, "live births a year", source)));
        }
    }

    private static string Chart(string name, string division) =>
        string.Concat((division.Length > 0 ? $"{name}_{division}" : name).Split(Path.GetInvalidFileNameChars())) + ".svg";

    private static string FileOf(FanMeasure measure) => measure switch
    {
        FanMeasure.Population => "fan.csv",
        FanMeasure.Births => "fan_births.csv",
        FanMeasure.ChildrenUnder3 => "fan_children_under_3.csv",
        FanMeasure.Women20To34 => "fan_women_20_34.csv",
        FanMeasure.Aged65AndOver => "fan_aged_65_and_over.csv",
        FanMeasure.TotalFertility => "fan_tfr.csv",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No file is foreseen for this measure."),
    };

    private static void Save(string folder, string file, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Path.Combine(folder, file), append: false, Encoding, bufferSize: 1 << 16);
        write(writer);
    }
}
