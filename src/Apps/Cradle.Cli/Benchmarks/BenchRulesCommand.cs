using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Cli.Policies;

namespace Cradle.Cli.Benchmarks;

/// <summary><c>cradle bench rules --population DIR [--json]</c>: the shared rule set of policy engines, over households that make_population.py has written.</summary>
internal static class BenchRulesCommand
{
    public static Command Create()
    {
        var population = new Option<string>("--population") { Description = "Folder of columns written by make_population.py.", HelpName = "DIR", Required = true };
        var connection = new Option<string?>("--connection") { Description = "A PostgreSQL database to run it in as well, in a schema of its own.", HelpName = "TEXT" };
        var command = new Command("rules", "Runs the rule set that policy engines are compared by: load, calculation, memory, totals.") { population, connection, Options.Json };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(population)!, parse.GetValue(connection), parse.GetValue(Options.Json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? connection, bool json, CancellationToken cancellation)
    {
        using var files = new HouseholdFiles(folder);
        if (files.Households == 0)
            throw new UsageException($"{folder} holds no households. Write some with make_population.py.");
        var policies = PolicyFolder.ReadBenchmark();
        var report = new RulesBenchmark(policies).Run(files, cancellation);
        if (connection is not null)
            report.Sql = await RulesInSql.RunAsync(policies, files, connection, cancellation);
        using var process = Process.GetCurrentProcess();
        if (json)
            WriteJson(report, process.PeakWorkingSet64);
        else
            WriteText(report, process.PeakWorkingSet64);
        if (report.AllAgree)
            return ExitCodes.Ok;
        Console.Error.WriteLine(report.Agrees ? "The kernels and PostgreSQL add up to different totals." : "The kernels and the hand-written loop add up to different totals.");
        return ExitCodes.Finding;
    }

    private static void WriteJson(RulesReport report, long peak) => JsonOutput.Write(new
    {
        report.Households,
        Load = new { Seconds = Math.Round(report.Load.TotalSeconds, 6) },
        Calculation = new { Seconds = Math.Round(report.Calculation.TotalSeconds, 6), HouseholdsPerSecondPerCore = Math.Round(report.OneCore) },
        AllIn = new { Seconds = Math.Round(report.AllIn.TotalSeconds, 6) },
        HandWritten = new { HouseholdsPerSecondPerCore = Math.Round(report.HandWritten) },
        OneHousehold = report.One is { } one ? new { Microseconds = Math.Round(one.Answer.TotalMicroseconds, 2), ExplainedMicroseconds = Math.Round(one.Explained.TotalMicroseconds, 2) } : null,
        PeakBytes = peak,
        PostgreSql = report.Sql is { } sql ? new { LoadSeconds = Math.Round(sql.Load.TotalSeconds, 3), CalculationSeconds = Math.Round(sql.Calculation.TotalSeconds, 3) } : null,
        Totals = report.Totals.ToDictionary(total => total.Output, total => total.Text),
    });

    private static void WriteText(RulesReport report, long peak)
    {
        Line($"{report.Households:#,0} households, {report.Variant.ToString().ToLowerInvariant()} kernel");
        Line($"load          {report.Load.TotalSeconds,9:0.000} s   compiling {report.Compilation.TotalSeconds:0.000} s");
        Line($"calculation   {report.Calculation.TotalSeconds,9:0.000} s   {Millions(report.Households / report.Calculation.TotalSeconds)} on {Environment.ProcessorCount} cores");
        Line($"all in        {report.AllIn.TotalSeconds,9:0.000} s   {Millions(report.Households / report.AllIn.TotalSeconds)}");
        Line($"memory        {peak / 1e6,9:0} MB  answers kept: {report.BytesPerHousehold:0.0} bytes a household");
        Line($"one core, warm: {Millions(report.OneCore)}, totals only {Millions(report.TotalsOnly)}; all cores {Millions(report.AllCores)}");
        Line($"hand-written loop, one core: {Millions(report.HandWritten)}; the kernel makes {report.OneCore / report.HandWritten:0.00} of it; totals {(report.Agrees ? "agree" : "DIFFER")}");
        if (report.One is { } one)
            Line($"one household {one.Answer.TotalMicroseconds,9:0.0} µs, explained {one.Explained.TotalMicroseconds:0.0} µs");
        if (report.Sql is { } sql)
            Line($"PostgreSQL    {sql.Calculation.TotalSeconds,9:0.000} s   {Millions(report.Households / sql.Calculation.TotalSeconds)} on its own cores, after filling its tables in {sql.Load.TotalSeconds:0.0} s; totals {(report.AllAgree ? "agree" : "DIFFER")}");
        foreach (var total in report.Totals)
            Line($"  {total.Output,-24} {total.Text,22}");
    }

    private static string Millions(double perSecond) => string.Create(CultureInfo.InvariantCulture, $"{perSecond / 1e6:0.0} M households/s");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
