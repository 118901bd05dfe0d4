using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Generation;

/// <summary>
/// Makes capacitated instances in the manner of Cornuéjols, Sridharan and Thizy (1991), the customary hard test: sites and customers at random in the
/// unit square, demands from 5 to 35, capacities from 10 to 160 scaled to a multiple of all demand, opening costs that grow with the root of capacity,
/// service at 10 a unit of demand and of distance.
/// </summary>
public static class RandomInstance
{
    private const double ServiceRate = 10;

    /// <summary>Makes an instance; the same arguments make the same one.</summary>
    /// <param name="sites">Number of sites.</param>
    /// <param name="customers">Number of customers.</param>
    /// <param name="ratio">All capacity as a multiple of all demand, above 1.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="splittable">Whether a customer may be served by several sites.</param>
    public static SitingProblem Capacitated(int sites, int customers, double ratio, int seed, bool splittable)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sites, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ratio, 1);
        var chance = new Random(seed);
        var places = Points(sites, chance);
        var homes = Points(customers, chance);
        double[] demands = [.. Enumerable.Range(0, customers).Select(_ => (double)chance.Next(5, 36))];
        double[] capacities = [.. Enumerable.Range(0, sites).Select(_ => 10 + (150 * chance.NextDouble()))];
        var scale = ratio * demands.Sum() / capacities.Sum();
        for (var site = 0; site < sites; site++)
            capacities[site] = Math.Ceiling(capacities[site] * scale);
        return new SitingProblem
        {
            Demands = demands,
            Capacities = [.. capacities.Select(capacity => new[] { capacity })],
            OpeningCosts = [.. capacities.Select(capacity => Math.Round((90 * chance.NextDouble()) + ((100 + (10 * chance.NextDouble())) * Math.Sqrt(capacity))))],
            ServiceCosts = [.. places.Select(place => homes.Select((home, customer) =>
                Math.Round(ServiceRate * demands[customer] * Math.Sqrt(Square(place.X - home.X) + Square(place.Y - home.Y)), 2)).ToArray())],
            Splittable = splittable,
        };
    }

    private static double Square(double number) => number * number;

    private static (double X, double Y)[] Points(int count, Random chance) => [.. Enumerable.Range(0, count).Select(_ => (chance.NextDouble(), chance.NextDouble()))];
}
