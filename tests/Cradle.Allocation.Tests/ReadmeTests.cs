using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Generation;
using Shouldly;

namespace Cradle.Allocation.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_sample_of_the_readme_runs_and_finds_a_proven_plan()
    {
        // the three lines stand in the README word for word
        var problem = RandomInstance.Capacitated(sites: 12, customers: 60, ratio: 3, seed: 1, splittable: true);
        var result = SitingSolver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(30) }, TestContext.Current.CancellationToken);

        result.Gap.ShouldBeLessThan(0.01);
        var readme = File.ReadAllText(Repository.PathOf("src", "Libraries", "Cradle.Allocation", "README.md"));
        readme.ShouldContain("RandomInstance.Capacitated(sites: 12, customers: 60, ratio: 3, seed: 1, splittable: true);");
        readme.ShouldContain("SitingSolver.Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(30) });");
    }
}
