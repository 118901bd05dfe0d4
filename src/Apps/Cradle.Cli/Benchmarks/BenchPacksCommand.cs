using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Cli.Policies;
using Cradle.Cli.Populations;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;
using Cradle.Rules.Populations.Files;

namespace Cradle.Cli.Benchmarks;

/// <summary><c>cradle bench packs [--families N] [--json]</c>: every quantity of the packs for synthetic families of a place.</summary>
internal static class BenchPacksCommand
{
    /// <summary>Families in memory at once.</summary>
    private const int Range = 250_000;

    public static Command Create()
    {
        var families = new Option<int>("--families") { Description = "How many synthetic families.", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };
        var division = new Option<string>("--division") { Description = "The place they live in.", HelpName = "CODE", DefaultValueFactory = _ => "22" };
        var command = new Command("packs", "Answers every quantity of the packs for many synthetic families.") { families, division, PopulationArguments.Seed, Options.AsOf, Options.Pack, Options.Json };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Run(parse, parse.GetValue(families), parse.GetValue(division)!, cancellation)));
        return command;
    }

    private static int Run(ParseResult parse, int families, string division, CancellationToken cancellation)
    {
        var policies = PolicyFolder.ReadSound(parse.GetValue(Options.Pack));
        var policy = policies.Compile();
        var day = parse.GetValue(Options.AsOf) ?? Options.Today;
        var source = PopulationArguments.Synthetic(division, families, day, parse);
        var engine = new KernelEngine(policy);
        var report = new PacksReport { Quantities = policy.Quantities.Count, Columns = engine.Keys.Count };
        var totals = new Totals(engine.Keys);
        foreach (var population in Ranges(source.Read(policies.Pack.Vocabulary, cancellation), policies.Pack.Vocabulary))
        {
            var start = Stopwatch.GetTimestamp();
            report.Left = engine.Prepare(population, day, BatchRequest.TotalsOnly).Count;
            report.Compilation += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            totals.Add(engine.Run(population, day, BatchRequest.TotalsOnly, cancellation).Totals);
            report.Calculation += Stopwatch.GetElapsedTime(start);
            report.PopulationBytes = Math.Max(report.PopulationBytes, population.Bytes);
        }

        report.Count(totals);
        using var process = Process.GetCurrentProcess();
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new
            {
                report.Families, report.Quantities, report.Columns, report.Left, report.Outcomes, report.Entitled, report.Unknown, report.Conflicts,
                Compilation = new { Seconds = Math.Round(report.Compilation.TotalSeconds, 6) },
                Calculation = new { Seconds = Math.Round(report.Calculation.TotalSeconds, 6), FamiliesPerSecond = Math.Round(report.Families / report.Calculation.TotalSeconds), OutcomesPerSecond = Math.Round(report.Outcomes / report.Calculation.TotalSeconds) },
                PeakBytes = process.PeakWorkingSet64,
            });
        else
            Write(report, engine.Variant, process.PeakWorkingSet64);
        return ExitCodes.Ok;
    }

    private static IEnumerable<Population> Ranges(IEnumerable<FamilyRecord> families, Vocabulary vocabulary)
    {
        var builder = new PopulationBuilder(vocabulary);
        foreach (var family in families)
        {
            builder.Add(family.Facts);
            if (builder.Count < Range)
                continue;
            yield return builder.Build();
            builder = new PopulationBuilder(vocabulary);
        }

        if (builder.Count > 0)
            yield return builder.Build();
    }

    private static void Write(PacksReport report, KernelVariant variant, long peak)
    {
        Line($"{report.Families:#,0} synthetic families, {report.Quantities} quantities in {report.Columns} columns of answers, {variant.ToString().ToLowerInvariant()} kernel; {report.Left} columns left to the interpreter");
        Line($"compiling     {report.Compilation.TotalSeconds,9:0.000} s");
        Line($"calculation   {report.Calculation.TotalSeconds,9:0.000} s   {report.Families / report.Calculation.TotalSeconds / 1e3:#,0} thousand families/s, {report.Outcomes / report.Calculation.TotalSeconds / 1e6:0.0} M outcomes/s on {Environment.ProcessorCount} cores");
        Line($"memory        {peak / 1e6,9:0} MB  columns of a range: {report.PopulationBytes / 1e6:0} MB");
        Line($"answers       {report.Outcomes:#,0}: entitled {report.Entitled:#,0}, unknown {report.Unknown:#,0}, in conflict {report.Conflicts:#,0}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a run took and came to.</summary>
    private sealed class PacksReport
    {
        public required int Quantities { get; init; }

        public required int Columns { get; init; }

        public int Left { get; set; }

        public TimeSpan Compilation { get; set; }

        public TimeSpan Calculation { get; set; }

        public long PopulationBytes { get; set; }

        public long Families { get; private set; }

        public long Outcomes { get; private set; }

        public long Entitled { get; private set; }

        public long Unknown { get; private set; }

        public long Conflicts { get; private set; }

        public void Count(Totals totals)
        {
            Families = totals.Families;
            foreach (var tally in totals.Keys.Select(totals.Of))
            {
                Outcomes += Enum.GetValues<OutcomeStatus>().Sum(status => tally.Count(status));
                Entitled += tally.Count(OutcomeStatus.Entitled);
                Unknown += tally.Count(OutcomeStatus.Unknown);
                Conflicts += tally.Count(OutcomeStatus.Conflict);
            }
        }
    }
}
