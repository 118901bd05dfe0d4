using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Benchmarks;
using Cradle.Cli.Policies;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Kernels;
using Cradle.Rules.Populations;

namespace Cradle.Cli.Bench;

/// <summary><c>cradle bench rules --population DIR [--json]</c>: the rule set that engines are compared on, compiled, beside a loop written by hand.</summary>
internal static class BenchRulesCommand
{
    private const int SliceHouseholds = 2_000_000;
    private const int RoundsOfOneSlice = 7;

    /// <summary>The day on which every test of the rule set is made.</summary>
    private static readonly DateOnly AsOf = new(2026, 1, 1);

    public static Command Create()
    {
        var population = new Option<string>("--population") { Description = "A folder of households; see benchmarks/rules/README.md.", HelpName = "DIR", Required = true };
        var command = new Command("rules", "The benchmark's rules on many households: load, calculation, all in, memory, and the same by hand.") { population, Options.Json };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(parse.GetValue(population)!, parse.GetValue(Options.Json), cancellation)));
        return command;
    }

    private static int Run(string folder, bool json, CancellationToken cancellation)
    {
        var policy = PolicyFolder.Read(Folders.BenchmarkPack).Compile();
        var households = new HouseholdFolder(folder, policy.Pack.Vocabulary);
        var measured = Measure(policy, households, cancellation);
        if (json)
            JsonOutput.Write(measured.ToJson());
        else
            measured.Print();
        return ExitCodes.Ok;
    }

    private static RulesMeasurement Measure(CompiledPolicy policy, HouseholdFolder households, CancellationToken cancellation)
    {
        var measured = new RulesMeasurement(policy, households.Count);
        var one = new KernelEngine(policy, threads: 1);
        var all = new KernelEngine(policy);
        var figures = new HandWrittenFigures(policy, HouseholdFolder.Provinces, AsOf);
        var rounds = households.Count > SliceHouseholds ? 1 : RoundsOfOneSlice;
        long child = 0;
        for (long first = 0; first < households.Count; first += SliceHouseholds)
        {
            var count = (int)Math.Min(SliceHouseholds, households.Count - first);
            var slice = child;
            var population = households.Read(first, count, ref child);
            if (first == 0)
                WarmUp(one, all, population, figures, cancellation);
            measured.Add(Times.Median(rounds, () =>
            {
                var from = slice;
                var start = Stopwatch.GetTimestamp();
                var read = households.Read(first, count, ref from);
                var loaded = Stopwatch.GetElapsedTime(start);
                var result = all.Run(read, AsOf, BatchRequest.TotalsOnly, cancellation);
                return new Times(Load: loaded, AllIn: Stopwatch.GetElapsedTime(start)) { Totals = result.Totals };
            }));
            measured.Add(Times.Median(rounds, () => new Times(OneCore: Time(() => one.Run(population, AsOf, BatchRequest.TotalsOnly, cancellation)))));
            measured.Add(Times.Median(rounds, () => new Times(AllCores: Time(() => all.Run(population, AsOf, BatchRequest.TotalsOnly, cancellation)))));
            measured.Add(Times.Median(rounds, () => new Times(Kept: Time(() => all.Run(population, AsOf, new BatchRequest(Outcomes: true), cancellation)))));
            measured.Add(HandWritten(figures, population, rounds));
        }

        return measured;
    }

    // Programs are compiled once for all populations of one kind; that is no part of what a population costs.
    private static void WarmUp(KernelEngine one, KernelEngine all, Population population, HandWrittenFigures figures, CancellationToken cancellation)
    {
        for (var round = 0; round < 3; round++)
        {
            one.Run(population, AsOf, BatchRequest.TotalsOnly, cancellation);
            all.Run(population, AsOf, new BatchRequest(Outcomes: true), cancellation);
            HandWritten(figures, population, 1);
        }
    }

    private static Times HandWritten(HandWrittenFigures figures, Population population, int rounds)
    {
        var oldest = AsOf.DayNumber - population.Vocabulary.FactsOf(Rules.Packs.EntityKind.Child).Where(fact => fact.Path == "birth_date")
            .Select(fact => population.Column(PopulationTable.Children, fact)!).Select(column => Enumerable.Range(0, column.Length).Min(row => column[row])).Single();
        return Times.Median(rounds, () =>
        {
            var rules = new HandWrittenRules(figures, AsOf, checked((int)oldest));
            return new Times(ByHand: Time(() => rules.Run(population))) { ByHandTotals = rules.Totals };
        });
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
