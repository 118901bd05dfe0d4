using System.Diagnostics;
using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Cli.Benchmarks;

/// <summary>Runs the shared rule set over households that are read range by range, so that memory does not grow with them.</summary>
internal sealed class RulesBenchmark(PolicyFolder policies)
{
    /// <summary>Households in memory at once.</summary>
    private const int Range = 1_000_000;

    /// <summary>The first day of the benchmark's month; every test of its rules is made on it.</summary>
    public static readonly DateOnly Day = new(2026, 1, 1);

    private static readonly BatchRequest Request = new(Outcomes: true);

    private readonly PolicyPack _pack = policies.Pack;
    private readonly long[] _provinces = ProvincesOf(policies.Pack);

    /// <summary>The provinces in the order of the column.</summary>
    public static long[] ProvincesOf(PolicyPack pack) => [.. pack.Divisions.Where(division => division != 0).Select(division => (long)division)];

    public RulesReport Run(HouseholdFiles files, CancellationToken cancellation)
    {
        var policy = policies.Compile();
        var engine = new KernelEngine(policy);
        var totals = new Totals(engine.Keys);
        var report = new RulesReport { Households = files.Households, Variant = engine.Variant };
        // the rules are compiled while the first households are read
        var watch = Stopwatch.StartNew();
        var compiling = Task.Run(() =>
        {
            engine.Prepare(Households.None(_pack.Vocabulary, _provinces), Day, Request);
            report.Compilation = watch.Elapsed;
        }, cancellation);
        long child = 0;
        BatchResult? last = null;
        for (long first = 0; first < files.Households; first += Range)
        {
            var start = Stopwatch.GetTimestamp();
            var households = Households.Read(files, _pack.Vocabulary, _provinces, first, (int)Math.Min(Range, files.Households - first), child);
            report.Load += Stopwatch.GetElapsedTime(start);
            child += households.Children;

            start = Stopwatch.GetTimestamp();
            compiling.GetAwaiter().GetResult();
            report.Waiting += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var result = last = engine.Run(households.Population, Day, Request with { Reusing = last }, cancellation);
            report.Calculation += Stopwatch.GetElapsedTime(start);
            totals.Add(result.Totals);
            if (first == 0)
                Compare(report, policy, households, result, cancellation);
        }

        if (child != files.Children)
            throw files.Bad(HouseholdFiles.ChildKindergarten, $"has {files.Children} children, but the households have {child}");
        report.Totals = TotalsOf(totals);
        return report;
    }

    /// <summary>On one core: the kernels, and the loop that is written by hand, over the same columns; round by round in turn, so that what else the machine does meets all alike.</summary>
    private void Compare(RulesReport report, CompiledPolicy policy, Households households, BatchResult result, CancellationToken cancellation)
    {
        report.BytesPerHousehold = (double)result.Bytes / Math.Max(1, households.Count);
        var (one, all) = (new KernelEngine(policy, threads: 1), new KernelEngine(policy));
        var kept = Request with { Reusing = one.Run(households.Population, Day, Request, cancellation) };   // as the loop by hand, which is given its columns
        var loop = new HandWrittenLoop(new HandWrittenFigures(_pack, _provinces, Day), Day);
        var output = new HandWrittenResult(households.Count, households.Children);
        var times = Rounds.Of(
            () => report.HandWrittenTotals = loop.Run(households, output),
            () => one.Run(households.Population, Day, kept, cancellation),
            () => one.Run(households.Population, Day, BatchRequest.TotalsOnly, cancellation),
            () => all.Run(households.Population, Day, kept, cancellation));
        (report.HandWritten, report.OneCore, report.TotalsOnly, report.AllCores) =
            (households.Count / times[0].TotalSeconds, households.Count / times[1].TotalSeconds, households.Count / times[2].TotalSeconds, households.Count / times[3].TotalSeconds);
        report.One = OneHousehold.Of(policy, households, Day);
        report.Agrees = TotalsOf(result.Totals).Select(total => total.Amount).SequenceEqual(report.HandWrittenTotals.Select(total => (Int128)total));
    }

    /// <summary>What each output adds up to: values, or how many a flag holds for.</summary>
    public static IReadOnlyList<RulesTotal> TotalsOf(Totals totals) => [.. HandWrittenLoop.Outputs.Select(output =>
    {
        var key = totals.Keys.First(key => key.Quantity.Header.Id == output.Replace('_', '-'));
        var tally = totals.Of(key);
        var isFlag = key.Quantity.Header.ValueType is null;
        return new RulesTotal(output, isFlag ? tally.Count(OutcomeStatus.Entitled) : tally.Sum(OutcomeStatus.Entitled), key.Quantity.Header.ValueType?.Kind == Rules.Binding.ValueKind.Money);
    })];
}
