using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Cli.Allocation;
using Cradle.Cli.Benchmarks;
using Cradle.Cli.Benchmarks.Load;
using Cradle.Cli.Databases;
using Cradle.Cli.Demography;
using Cradle.Cli.Entitlements;
using Cradle.Cli.Governance;
using Cradle.Cli.Linkage;
using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli;

/// <summary><c>cradle bench family [FAMILY.json] [--json]</c>: how long one family's answer takes in this process, on this machine.</summary>
internal static class BenchCommand
{
    private const int WarmUpRounds = 3000;
    private const int Rounds = 2048;
    private const int ExplanationRounds = 256;

    public static Command Create()
    {
        var file = new Argument<string?>("FAMILY.json") { Description = "The family; the example of the documentation when left out.", Arity = ArgumentArity.ZeroOrOne };
        var family = new Command("family", "Median and 95th percentile of evaluating one family, after warm-up.") { file, Options.Pack, Options.Json };
        family.SetAction(parse => Family(parse.GetValue(file), parse.GetValue(Options.Json), parse.GetValue(Options.Pack)));
        return new Command("bench", "Measures this machine.")
        {
            family, BenchHttpCommand.Create(), BenchLoadCommand.Create(), BenchRulesCommand.Create(), BenchPacksCommand.Create(), BenchSqlCommand.Create(), BenchLinkCommand.Create(), ProjectBench.Create(), BenchSiteCommand.Create(),
            BenchMatchCommand.Create(), BenchBoardCommand.Create(),
        };
    }

    private static int Family(string? file, bool json, string? folder)
    {
        var text = FamilyFile.Read(file ?? Folders.ExampleFamily);
        var start = Stopwatch.GetTimestamp();
        var policies = PolicyFolder.ReadSound(folder);
        var pack = policies.Pack;
        var loaded = Stopwatch.GetElapsedTime(start);
        var policy = policies.Compile();
        var compiled = Stopwatch.GetElapsedTime(start) - loaded;
        var reader = new FamilyReader(pack.Vocabulary, PolicyFolder.Divisions);
        var today = Options.Today;
        if (reader.Read(text, today) is not { Facts: { } facts } reading)
        {
            Console.Error.WriteLine("The family cannot be read; `cradle entitlements` names the reasons.");
            return ExitCodes.Finding;
        }

        var evaluator = new Evaluator(policy);
        var explainer = new Explainer(evaluator, Language.Chinese);
        var outcomes = evaluator.Evaluate(facts).Outcomes;
        var body = new ArrayBufferWriter<byte>();   // kept, as the buffers of a web server are
        Timing[] timings =
        [
            Measure("read", Rounds, _ => reader.Read(text, today)),
            Measure("evaluate", Rounds, _ => evaluator.Evaluate(facts)),
            Measure("evaluate and write JSON", Rounds, _ => Write(body, evaluator.Evaluate(facts), reading, null)),
            Measure("evaluate and write JSON with reasons", ExplanationRounds, _ =>
                Write(body, evaluator.Evaluate(facts), reading, explainer.Reasons(facts))),
            Measure("explain one outcome in full", ExplanationRounds, round => explainer.Explain(outcomes[round % outcomes.Count], facts)),
        ];
        if (json)
            WriteJson(pack, outcomes.Count, loaded, compiled, timings);
        else
            WriteText(pack, outcomes.Count, loaded, compiled, timings);
        return ExitCodes.Ok;
    }

    private static ArrayBufferWriter<byte> Write(ArrayBufferWriter<byte> body, Answer answer, FamilyReading reading, Func<Outcome, Reason?>? because)
    {
        body.ResetWrittenCount();
        AnswerWriter.Write(body, answer, reading.Warnings, Language.Chinese, because);
        return body;
    }

    private static Timing Measure(string what, int rounds, Func<int, object> action)
    {
        for (var round = 0; round < Math.Min(WarmUpRounds, rounds * 5); round++)
            action(round);
        var times = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action(round);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return new Timing(what, times[rounds / 2], times[rounds * 95 / 100]);
    }

    private static void WriteText(PolicyPack pack, int outcomes, TimeSpan loaded, TimeSpan compiled, Timing[] timings)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pack.Quantities.Count} quantities, {outcomes} outcomes; pack read in {loaded.TotalMilliseconds:0} ms, compiled in {compiled.TotalMilliseconds:0} ms"));
        foreach (var timing in timings)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timing.What,-38} median {timing.Median,8:0.0} µs   p95 {timing.Percentile95,8:0.0} µs"));
    }

    private static void WriteJson(PolicyPack pack, int outcomes, TimeSpan loaded, TimeSpan compiled, Timing[] timings) => JsonOutput.Write(new
    {
        Quantities = pack.Quantities.Count,
        Outcomes = outcomes,
        LoadMilliseconds = Math.Round(loaded.TotalMilliseconds, 1),
        CompileMilliseconds = Math.Round(compiled.TotalMilliseconds, 1),
        Timings = timings.Select(timing => new
        {
            timing.What, MedianMicroseconds = Math.Round(timing.Median, 1), P95Microseconds = Math.Round(timing.Percentile95, 1),
        }),
    });

    /// <summary>Microseconds of one kind of work.</summary>
    private sealed record Timing(string What, double Median, double Percentile95);
}
