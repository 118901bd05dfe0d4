using BenchmarkDotNet.Attributes;
using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Benchmarks;

/// <summary>What a projection costs: one run into memory that exists, one that makes its own, whole persons, and a fan.</summary>
[MemoryDiagnoser]
public class ProjectionBenchmarks
{
    private ProjectionCase _case = null!;
    private PopulationPath _path = null!;

    [GlobalSetup]
    public void Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Cradle.slnx")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No Cradle.slnx was found from here upwards.");
        _case = ProjectionFolder.Read(Path.Combine(root.FullName, "docs", "examples", "population-county"));
        _path = new PopulationPath(_case.Divisions[0].Inputs, ProjectionConvention.UnitedNations);
    }

    [Benchmark(Baseline = true)]
    public double ProjectAgain()
    {
        CohortComponent.Project(_path);
        return _path.Births(_case.To);
    }

    [Benchmark]
    public PopulationPath Project() => CohortComponent.Project(_case.Divisions[0].Inputs);

    [Benchmark]
    public IReadOnlyList<ProjectionAccounts> ProjectWholePersons() => WholeProjection.Project(_case.Divisions, null, decimals: 0);

    [Benchmark]
    public QuantileBand Fan() =>
        new ProbabilisticProjection(_case.Divisions[0].Inputs, _case.Bounds!, new ProbabilisticOptions { Trajectories = 1000 }).Run()[FanMeasure.Population].Band();
}
