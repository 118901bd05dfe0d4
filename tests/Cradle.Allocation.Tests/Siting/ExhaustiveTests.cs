using Cradle.Allocation.Siting;
using Cradle.Allocation.Siting.Generation;
using Cradle.Allocation.Siting.Problems;
using Cradle.Allocation.Siting.Tables;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Cradle.Allocation.Tests.Siting;

public class ExhaustiveTests
{
    [Fact]
    public void A_small_problem_has_the_cost_that_trying_everything_finds() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Agree(Problem(new System.Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Periods_upgrades_a_budget_and_least_places_together_have_the_cost_that_trying_everything_finds()
    {
        var folder = Directory.CreateTempSubdirectory("cradle-siting-").FullName;
        int possible = 0, tight = 0;
        try
        {
            for (var seed = 0; seed < 150; seed++)
            {
                WriteTables(folder, new System.Random(seed));
                var problem = SitingReader.Read(folder).Problem;
                Agree(problem).ShouldBeTrue();
                var withoutRows = SitingSolver.Solve(Without(problem), cancellation: TestContext.Current.CancellationToken);
                var result = SitingSolver.Solve(problem, cancellation: TestContext.Current.CancellationToken);
                possible += result.Plan is null ? 0 : 1;
                tight += result.Plan?.Objective > withoutRows.Plan?.Objective + 1e-6 ? 1 : 0;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        possible.ShouldBeInRange(50, 149);
        tight.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Twenty_sites_and_a_hundred_whole_customers_come_within_one_per_cent_by_few_branches(double ratio)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var problem = RandomInstance.Capacitated(20, 100, ratio, seed, splittable: false);

            var result = SitingSolver.Solve(problem, new SolveOptions { Gap = 0.01, TimeLimit = TimeSpan.FromSeconds(60) }, TestContext.Current.CancellationToken);

            result.Gap.ShouldBeLessThanOrEqualTo(0.01);
            result.Branches.ShouldBeLessThan(500);
        }
    }

    [Fact]
    public void A_gap_that_is_close_enough_is_stated_no_better_than_it_is() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var problem = Problem(new System.Random(seed));
            var close = SitingSolver.Solve(problem, new SolveOptions { Gap = 0.3 }, TestContext.Current.CancellationToken);
            var exact = SitingSolver.Solve(problem, cancellation: TestContext.Current.CancellationToken);
            close.IsInfeasible.ShouldBe(exact.IsInfeasible);
            if (exact.Plan is null)
                return;
            close.LowerBound.ShouldBeLessThanOrEqualTo(exact.Plan.Objective + 1e-6);
            close.Gap.ShouldBeLessThanOrEqualTo(0.3 + 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Two existing sites that may be enlarged and two new ones, two periods, two districts.
    private static void WriteTables(string folder, System.Random chance)
    {
        File.WriteAllText(Path.Combine(folder, "settings.csv"), FormattableString.Invariant(
            $"key,value\nobjective,{(chance.Next(2) == 0 ? "cost" : "median")}\nbudget,{chance.Next(5, 40)}\nplaces-per-thousand,{chance.Next(1, 9)}\nsites,{chance.Next(1, 3)}\n"));
        File.WriteAllText(Path.Combine(folder, "districts.csv"), FormattableString.Invariant(
            $"district,population:1,population:2\neast,{chance.Next(0, 1500)},{chance.Next(0, 3000)}\nwest,{chance.Next(0, 1500)},{chance.Next(0, 3000)}\n"));
        File.WriteAllLines(Path.Combine(folder, "sites.csv"), ["site,x,y,cost,capacity,existing,upgrade-capacity,upgrade-cost,district", .. Enumerable.Range(0, 4).Select(site => FormattableString.Invariant(
            $"S{site},{chance.Next(20)},{chance.Next(20)},{chance.Next(1, 20)},{chance.Next(4, 14)},{(site < 2 ? "yes" : "no")},{(site < 2 ? chance.Next(1, 9) : 0)},{chance.Next(1, 9)},{(site % 2 == 0 ? "east" : "west")}"))]);
        File.WriteAllLines(Path.Combine(folder, "demand.csv"), ["point,x,y,demand:1,demand:2", .. Enumerable.Range(0, 3).Select(point => FormattableString.Invariant(
            $"P{point},{chance.Next(20)},{chance.Next(20)},{chance.Next(0, 6)},{chance.Next(1, 9)}"))]);
    }

    private static SitingProblem Without(SitingProblem problem) => new()
    {
        ServiceCosts = problem.ServiceCosts, OpeningCosts = problem.OpeningCosts, Demands = problem.Demands, Capacities = problem.Capacities, Layers = problem.Layers,
        Locations = problem.Locations, Required = problem.Required, MaxSites = problem.MaxSites,
    };

    private static bool Agree(SitingProblem problem)
    {
        var result = SitingSolver.Solve(problem, cancellation: TestContext.Current.CancellationToken);
        var best = Enumerable.Range(0, 1 << problem.OptionCount).Select(open => Cost(problem, open)).Min();
        if (double.IsPositiveInfinity(best))
        {
            result.IsInfeasible.ShouldBeTrue();
            return true;
        }

        result.Plan.ShouldNotBeNull();
        result.Plan.Objective.ShouldBe(best, 1e-6);
        result.LowerBound.ShouldBe(best, 1e-6);
        result.Gap.ShouldBe(0);
        return true;
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
        if (locations.Distinct().Count() < locations.Count || counted > problem.MaxSites || problem.Rows.Any(row => row.Slack(open) < -row.Tolerance)
            || Enumerable.Range(0, problem.LocationCount).Any(location => problem.IsRequired(location) && !locations.Contains(location)))
            return double.PositiveInfinity;
        var room = problem.Capacities is null ? null : problem.Capacities.Select(capacity => (double[])capacity.Clone()).ToArray();
        return open.Sum(option => problem.OpeningCosts[option]) + Serve(problem, open, room, 0);
    }

    private static double Serve(SitingProblem problem, List<int> open, double[][]? room, int customer)
    {
        if (customer == problem.CustomerCount)
            return 0;
        var best = double.PositiveInfinity;
        foreach (var option in open)
        {
            if (room is not null && room[option][problem.LayerOf(customer)] < problem.Demands[customer])
                continue;
            if (room is not null)
                room[option][problem.LayerOf(customer)] -= problem.Demands[customer];
            best = Math.Min(best, problem.ServiceCosts[option][customer] + Serve(problem, open, room, customer + 1));
            if (room is not null)
                room[option][problem.LayerOf(customer)] += problem.Demands[customer];
        }

        return best;
    }
}
