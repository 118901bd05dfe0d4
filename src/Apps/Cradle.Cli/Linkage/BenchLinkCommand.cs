using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Linkage;
using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Generation;
using Cradle.Linkage.Incremental;
using Cradle.Linkage.Reporting;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle bench link [--records N]</c>: how long linking invented registers takes here, how well it goes, and what adding costs.</summary>
internal static class BenchLinkCommand
{
    private const long DefaultRecords = 1_000_000;
    private const int Added = 23_000;
    private static readonly Option<long> Records = new("--records") { Description = "Records of all registers together.", HelpName = "N", DefaultValueFactory = _ => DefaultRecords };

    public static Command Create()
    {
        var command = new Command("link", "Links invented registers, from reading to written results, and adds records to them.") { Records, Options.Json };
        command.SetAction((parse, cancel) => LinkCommand.Guarded(() => RunAsync(parse.GetValue(Records), parse.GetValue(Options.Json), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(long records, bool json, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("cradle-bench-").FullName;
        try
        {
            RegisterGenerator.Write(folder, records, 1, cancel);
            RegisterGenerator.Write(Path.Combine(folder, "new"), Added, 2, cancel);
            var results = Path.Combine(folder, "results");
            var options = new LinkageOptions([.. new[] { "police.csv", "health.csv", "insurance.csv" }.Select(name => Path.Combine(folder, name))], results);
            var start = Stopwatch.GetTimestamp();
            var result = await new LinkageRun(options).RunAsync(cancel);
            LinkageFiles.Write(options, result, cancel);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20);
            var quality = PairQuality.Of(result, Path.Combine(folder, "truth.csv"));
            LinkageIndexFiles.Write(results, result);
            start = Stopwatch.GetTimestamp();
            var added = await new RecordAddition(results, [Path.Combine(folder, "new", "police.csv")], Path.Combine(folder, "added")).RunAsync(cancel);
            var addition = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (json)
                JsonOutput.Write(new { Records = result.Store.Count, Seconds = seconds, PeakMegabytes = peak, Quality = quality, Added = added.Records, AdditionSeconds = addition, result.Stages });
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{result.Store.Count} records in {seconds:0.0} s ({result.Stages.Sum(stage => stage.CpuSeconds):0.0} s of all cores), peak {peak} MB, F1 {quality.F1:0.0000}, clusters with two valid identity numbers {quality.MergedIdentities}; {added.Records} records added in {addition:0.00} s"));
            return ExitCodes.Ok;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
