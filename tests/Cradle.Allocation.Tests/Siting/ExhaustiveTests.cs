using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Problems;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Cradle.Allocation.Tests.Siting;

public class ExhaustiveTests
{
    [Fact]
    public void A_small_problem_has_the_cost_that_trying_everything_finds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Agree(Problem(new System.Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool Agree(SitingProblem problem)
    {
        var result = SitingSolver.Solve(problem, cancellation: TestContext.Current.CancellationToken);
        var best = Enumerable.Range(0, 1 << problem.OptionCount).Select(open => Cost(problem, open)).Min();
        if (double.IsPositiveInfinity(best))
            return result.IsInfeasible;
        result.Plan.ShouldNotBeNull();
        result.Plan.Objective.ShouldBe(best, 1e-6);
        result.LowerBound.ShouldBe(best, 1e-6);
        return result.Gap == 0;
    }

    // Two options may share a location, one location may be required, capacities may bind, a budget may.
    private static SitingProblem Problem(System.Random chance)
    {
        int options = chance.Next(2, 6), customers = chance.Next(1, 6);
        var most = chance.Next(1, options + 1);
        var opening = Numbers(options, 0, 30);
        return new SitingProblem
        {
            ServiceCosts = [.. Enumerable.Range(0, options).Select(_ => Numbers(customers, 0, 40))],
            OpeningCosts = opening,
            Demands = Numbers(customers, 1, 9),
            Capacities = chance.Next(2) == 0 ? null : [.. Enumerable.Range(0, options).Select(_ => Numbers(1, 5, 30))],
            Locations = [.. Enumerable.Range(0, options).Select(option => Math.Max(0, option - 1))],
            Required = [.. Enumerable.Range(0, options - 1).Select(location => location == 0 && most % 2 == 0)],
            MaxSites = most,
            Rows = chance.Next(3) == 0 ? [SiteRow.Within("budget", opening, chance.Next(10, 90))] : [],
        };

        double[] Numbers(int count, int from, int to) => [.. Enumerable.Range(0, count).Select(_ => (double)chance.Next(from, to))];
    }

    private static double Cost(SitingProblem problem, int set)
    {
        var open = Enumerable.Range(0, problem.OptionCount).Where(option => (set >> option & 1) == 1).ToList();
        var locations = open.Select(problem.LocationOf).ToList();
        var counted = locations.Count(location => !problem.IsRequired(location));
        if (locations.Distinct().Count() < locations.Count || counted > problem.MaxSites || problem.Rows.Any(row => row.Slack(open) < 0)
            || Enumerable.Range(0, problem.LocationCount).Any(location => problem.IsRequired(location) && !locations.Contains(location)))
            return double.PositiveInfinity;
        var room = problem.Capacities is null ? null : problem.Capacities.Select(capacity => capacity[0]).ToArray();
        return open.Sum(option => problem.OpeningCosts[option]) + Serve(problem, open, room, 0);
    }

    private static double Serve(SitingProblem problem, List<int> open, double[]? room, int customer)
    {
        if (customer == problem.CustomerCount)
            return 0;
        var best = double.PositiveInfinity;
        foreach (var option in open)
        {
            if (room is not null && room[option] < problem.Demands[customer])
                continue;
            if (room is not null)
                room[option] -= problem.Demands[customer];
            best = Math.Min(best, problem.ServiceCosts[option][customer] + Serve(problem, open, room, customer + 1));
            if (room is not null)
                room[option] += problem.Demands[customer];
        }

        return best;
    }
}
