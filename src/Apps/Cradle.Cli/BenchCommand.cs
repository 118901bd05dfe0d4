using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli;

/// <summary><c>cradle bench family [FAMILY.json] [--json]</c>: how long one family's answer takes in this process, on this machine.</summary>
internal static class BenchCommand
{
    private const int WarmUpRounds = 3000;
    private const int Rounds = 2000;
    private const int ExplanationRounds = 300;

    public static Command Create()
    {
        var file = new Argument<string?>("FAMILY.json") { Description = "The family; the example of the documentation when left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var pack = new Option<string?>("--pack") { Description = "Another policies folder." };
        var family = new Command("family", "Median and 95th percentile of evaluating one family, after warm-up.") { file, json, pack };
        family.SetAction(parse => Family(parse.GetValue(file), parse.GetValue(json), parse.GetValue(pack)));
        return new Command("bench", "Measures this machine.") { family };
    }

    private static int Family(string? file, bool json, string? folder)
    {
        var text = File.ReadAllText(file ?? Folders.ExampleFamily());
        var start = Stopwatch.GetTimestamp();
        var pack = PackLoader.Load(Folders.Policies(folder));
        var loaded = Stopwatch.GetElapsedTime(start);
        var policy = new CompiledPolicy(pack);
        var compiled = Stopwatch.GetElapsedTime(start) - loaded;
        var reader = new FamilyReader(pack.Vocabulary, Folders.Divisions());
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
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
                Write(body, evaluator.Evaluate(facts), reading, outcome => explainer.Because(outcome, Evaluator.FrameOf(outcome, facts)))),
            Measure("explain one outcome in full", ExplanationRounds, round => explainer.Explain(outcomes[round % outcomes.Count], facts)),
        ];
        if (json)
            WriteJson(pack, outcomes.Count, loaded, compiled, timings);
        else
            WriteText(pack, outcomes.Count, loaded, compiled, timings);
        return ExitCodes.Ok;
    }

    private static ArrayBufferWriter<byte> Write(ArrayBufferWriter<byte> body, Answer answer, FamilyReading reading, Func<Outcome, string?>? because)
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

    private static void WriteJson(PolicyPack pack, int outcomes, TimeSpan loaded, TimeSpan compiled, Timing[] timings)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("quantities", pack.Quantities.Count);
        writer.WriteNumber("outcomes", outcomes);
        writer.WriteNumber("loadMilliseconds", Math.Round(loaded.TotalMilliseconds, 1));
        writer.WriteNumber("compileMilliseconds", Math.Round(compiled.TotalMilliseconds, 1));
        writer.WriteStartArray("timings");
        foreach (var timing in timings)
        {
            writer.WriteStartObject();
            writer.WriteString("what", timing.What);
            writer.WriteNumber("medianMicroseconds", Math.Round(timing.Median, 1));
            writer.WriteNumber("p95Microseconds", Math.Round(timing.Percentile95, 1));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Microseconds of one kind of work.</summary>
    private sealed record Timing(string What, double Median, double Percentile95);
}
