using BenchmarkDotNet.Attributes;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Generation;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Benchmarks;

/// <summary>Capacitated instances from the seeded generator, to a proven gap of one per cent.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SitingBenchmarks
{
    private SitingProblem _problem = null!;

    [Params(100, 300, 1000)]
    public int Sites { get; set; }

    [GlobalSetup]
    public void Make() => _problem = RandomInstance.Capacitated(Sites, Sites * 10, ratio: 5, seed: 1, splittable: true);

    [Benchmark]
    public SitingResult Solve() => SitingSolver.Solve(_problem, new SolveOptions { Gap = 0.01 });
}
