using BenchmarkDotNet.Attributes;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Benchmarks;

/// <summary>Random markets with five wishes an applicant, fifty applicants an institution and places for nine in ten; in the last every 40th applicant has a twin.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class MatchingBenchmarks
{
    private const int Wishes = 5, ApplicantsEach = 50, PlacesEach = 45, TwinsEvery = 40;

    private Market _market = null!;
    private Market _withTwins = null!;
    private Assignment _assignment = null!;

    [Params(10_000, 1_000_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var chance = new Random(1);
        var institutions = Applicants / ApplicantsEach;
        var preferences = new JaggedInts();
        var leaders = new int[Applicants];
        var list = new int[Wishes];
        for (var applicant = 0; applicant < Applicants; applicant++)
        {
            leaders[applicant] = applicant % TwinsEvery == 1 ? applicant - 1 : applicant;
            for (var wish = 0; leaders[applicant] == applicant && wish < Wishes; wish++)
                do
                    list[wish] = chance.Next(institutions);
                while (list.AsSpan(0, wish).Contains(list[wish]));
            preferences.Add(list);
        }

        var positions = new int[preferences.Total];
        for (var place = 0; place < positions.Length; place++)
            positions[place] = place;
        chance.Shuffle(positions);
        _market = new Market
        {
            Applicants = Ids(Applicants), Institutions = Ids(institutions), Preferences = preferences, Positions = positions,
            Capacities = [.. Enumerable.Repeat(PlacesEach, institutions)],
        };
        _withTwins = GroupOrder.Apply(_market, leaders, GroupPriority.Best);
        _assignment = DeferredAcceptance.Run(_market);
    }

    [Benchmark]
    public Assignment Match() => DeferredAcceptance.Run(_market);

    [Benchmark]
    public Assignment MatchWithTwins() => DeferredAcceptance.Run(_withTwins);

    [Benchmark]
    public int Check() => StabilityCheck.Objections(_market, _assignment).Count();

    private static IdTable Ids(int count)
    {
        var ids = new IdTable();
        for (var number = 0; number < count; number++)
            ids.TryAdd(FormattableString.Invariant($"{number}"));
        return ids;
    }
}
