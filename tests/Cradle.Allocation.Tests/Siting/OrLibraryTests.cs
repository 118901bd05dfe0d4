using System.Globalization;
using Cradle.Allocation.Input;
using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.OrLibrary;
using Shouldly;

namespace Cradle.Allocation.Tests.Siting;

public class OrLibraryTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    [InlineData(9), InlineData(10), InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15)]
    public void A_p_median_instance_is_solved_and_proven(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"pmed{number}");
        var result = SitingSolver.Solve(PMedianFile.Read(Shared.File("siting", "pmed", name + ".txt")), cancellation: TestContext.Current.CancellationToken);

        result.Plan!.Objective.ShouldBe(OptimumOf("pmed", name));
        (result.LowerBound, result.Gap).ShouldBe((result.Plan.Objective, 0));
    }

    [Theory]
    [InlineData("cap41"), InlineData("cap44"), InlineData("cap61"), InlineData("cap71"), InlineData("cap101"), InlineData("cap121"), InlineData("cap131")]
    public void A_capacitated_instance_with_split_demand_is_solved_and_proven(string name)
    {
        var problem = CapacitatedFile.Read(Shared.File("siting", "cflp", name + ".txt"));
        var result = SitingSolver.Solve(problem, cancellation: TestContext.Current.CancellationToken);

        // the list cuts the fourth decimal off
        result.Plan!.Objective.ShouldBe(OptimumOf("cflp", name), 0.001);
        result.Gap.ShouldBe(0);
        foreach (var site in result.Plan.Services.GroupBy(service => service.Option))
            site.Sum(service => service.Share * problem.Demands[service.Customer]).ShouldBeLessThanOrEqualTo(problem.Capacities![site.Key][0] + 1e-6);
    }

    [Fact]
    public void Whole_customers_larger_than_every_site_are_proven_impossible()
    {
        // cap41: the largest customer wants 12,912, every site holds 5,000
        var result = SitingSolver.Solve(CapacitatedFile.Read(Shared.File("siting", "cflp", "cap41.txt"), splittable: false), cancellation: TestContext.Current.CancellationToken);

        result.IsInfeasible.ShouldBeTrue();
    }

    [Fact]
    public void The_last_cost_of_a_repeated_edge_counts()
    {
        using var file = new TemporaryFile("2 2 1\n1 2 9\n2 1 4\n");

        PMedianFile.Read(file.Path).ServiceCosts[0].ShouldBe([0, 4]);
    }

    [Theory]
    [InlineData("2 1 1\n1 3 4\n", 2, "vertex is 3")]
    [InlineData("2 2 1\n1 2 4\n", 3, "the file ends here")]
    [InlineData("2 1 1\n1 2 x\n", 2, "found 'x'")]
    [InlineData("2 1 1\n1 2 4\n7\n", 3, "more numbers follow")]
    [InlineData("2 1 3\n1 2 4\n", 1, "number of sites p is 3")]
    public void A_broken_instance_is_refused_with_its_line(string text, int line, string problem)
    {
        using var file = new TemporaryFile(text);

        var found = Should.Throw<InputException>(() => PMedianFile.Read(file.Path)).Problems.ShouldHaveSingleItem();
        found.Line.ShouldBe(line);
        found.Problem.ShouldContain(problem);
    }

    private static double OptimumOf(string folder, string name) => File.ReadLines(Shared.File("siting", folder, "optima.txt"))
        .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(parts => parts.Length == 2 && parts[0] == name).Select(parts => double.Parse(parts[1], CultureInfo.InvariantCulture)).Single();
}
