using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.OrLibrary;

/// <summary>
/// A capacitated location instance of the OR-Library (Beasley 1988): <c>sites customers</c>; per site its capacity and fixed cost; per customer its
/// demand and the cost of serving all of it from each site. The published optima let a customer be served by several sites.
/// </summary>
public static class CapacitatedFile
{
    private const int MostSites = 100_000;
    private const int MostCustomers = 10_000_000;

    /// <summary>Reads an instance.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="splittable">Whether a customer may be served by several sites, as the published optima assume.</param>
    /// <exception cref="Input.InputException">The file is not such an instance; the message names the line.</exception>
    public static SitingProblem Read(string file, bool splittable = true)
    {
        var scanner = NumberScanner.Open(file);
        var sites = scanner.Whole("number of sites", 1, MostSites);
        var customers = scanner.Whole("number of customers", 1, MostCustomers);
        var capacities = new double[sites][];
        var opening = new double[sites];
        for (var site = 0; site < sites; site++)
        {
            capacities[site] = [scanner.NotNegative("capacity of a site")];
            opening[site] = scanner.NotNegative("fixed cost of a site");
        }

        var demands = new double[customers];
        var costs = new double[sites][];
        for (var site = 0; site < sites; site++)
            costs[site] = new double[customers];
        for (var customer = 0; customer < customers; customer++)
        {
            demands[customer] = scanner.NotNegative("demand of a customer");
            for (var site = 0; site < sites; site++)
                costs[site][customer] = scanner.NotNegative("cost of serving a customer");
        }

        scanner.End();
        return new SitingProblem
        {
            ServiceCosts = costs, OpeningCosts = opening, Demands = demands, Capacities = capacities, Splittable = splittable,
        };
    }
}
