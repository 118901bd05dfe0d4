using System.Globalization;
using Cradle.Allocation.Siting.Centers;
using Cradle.Allocation.Siting.OrLibrary;
using Cradle.Allocation.Siting.Problems;
using Shouldly;

namespace Cradle.Allocation.Tests.Siting;

public class CenterTests
{
    // the p-centre optima of the same instances: Elloumi, Labbé and Pochet (2004), table 1
    [Theory]
    [InlineData(1, 127), InlineData(2, 98), InlineData(3, 93), InlineData(5, 48), InlineData(8, 55), InlineData(12, 51)]
    public void A_p_centre_is_proven_and_has_the_published_radius(int number, double radius)
    {
        var problem = PMedianFile.Read(Shared.File("siting", "pmed", string.Create(CultureInfo.InvariantCulture, $"pmed{number}.txt")));

        var result = CenterSolver.Solve(problem, problem.ServiceCosts, cancellation: TestContext.Current.CancellationToken);

        (result.Distance, result.DistanceBound).ShouldBe((radius, radius));
        result.Siting.Plan!.Open.Count.ShouldBeLessThanOrEqualTo(problem.MaxSites);
    }

    [Fact]
    public void The_longest_way_is_that_of_trying_every_choice_of_sites()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var chance = new System.Random(seed);
            int options = chance.Next(2, 8), customers = chance.Next(1, 10), most = chance.Next(1, 4);
            var distances = Enumerable.Range(0, options).Select(_ => Enumerable.Range(0, customers).Select(_ => (double)chance.Next(0, 30)).ToArray()).ToArray();
            var problem = new SitingProblem
            {
                ServiceCosts = distances, OpeningCosts = new double[options], Demands = [.. Enumerable.Repeat(1.0, customers)], MaxSites = most,
                Capacities = seed % 2 == 0 ? null : [.. Enumerable.Range(0, options).Select(_ => new double[] { chance.Next(1, 6) })],
            };

            var result = CenterSolver.Solve(problem, distances, cancellation: TestContext.Current.CancellationToken);

            var best = Enumerable.Range(1, (1 << options) - 1).Where(set => int.PopCount(set) <= most).Select(set => Radius(problem, set)).DefaultIfEmpty(double.PositiveInfinity).Min();
            (result.Distance, result.DistanceBound).ShouldBe((best, best), $"seed {seed}");
        }
    }

    // the least r at which all customers fit, one place each, by augmenting paths
    private static double Radius(SitingProblem problem, int set)
    {
        var open = Enumerable.Range(0, problem.OptionCount).Where(option => (set >> option & 1) == 1).ToList();
        return open.SelectMany(option => problem.ServiceCosts[option]).Distinct().Order().Where(radius => Fits(problem, open, radius)).DefaultIfEmpty(double.PositiveInfinity).First();
    }

    private static bool Fits(SitingProblem problem, List<int> open, double radius)
    {
        var at = Enumerable.Repeat(-1, problem.CustomerCount).ToArray();
        return Enumerable.Range(0, problem.CustomerCount).All(customer => Seat(customer, []));

        bool Seat(int customer, HashSet<int> tried)
        {
            foreach (var option in open.Where(option => problem.ServiceCosts[option][customer] <= radius && tried.Add(option)))
            {
                var there = Enumerable.Range(0, at.Length).Where(other => at[other] == option).ToList();
                if (there.Count >= (problem.Capacities?[option][0] ?? double.PositiveInfinity) && !there.Exists(other => Seat(other, tried)))
                    continue;
                at[customer] = option;
                return true;
            }

            return false;
        }
    }
}
