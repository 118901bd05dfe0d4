using Cradle.Allocation.Input;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>
/// States tables as a problem: an option for each site, way of use and period it begins in; a customer for each point and period; rows for the budget
/// and for the places each district must have.
/// </summary>
internal sealed class SitingComposition(
    SitingSettings settings, List<SiteLine> sites, List<DemandLine> points, Dictionary<string, double[]> districts, double[][] distances, string districtsFile, List<InputProblem> problems)
{
    private readonly int periods = points[0].Demands.Length;
    private readonly List<SiteOption> options = [];
    private readonly List<int> locations = [];
    private readonly List<double> openingCosts = [];
    private readonly List<double[]> capacities = [];

    public SitingTables Compose()
    {
        for (var site = 0; site < sites.Count; site++)
            AddOptions(site);
        var customers = Enumerable.Range(0, periods).SelectMany(period => Enumerable.Range(0, points.Count).Select(point => (Point: point, Period: period))).ToList();
        var reach = options.Select((option, index) => customers.Select(customer => option.Kind == SiteOptionKind.New && customer.Period < option.Period - 1 ? double.PositiveInfinity : distances[locations[index]][customer.Point]).ToArray()).ToArray();
        var demands = customers.Select(customer => points[customer.Point].Demands[customer.Period]).ToArray();
        var sitesWanted = settings.Count("sites");
        var countsInCost = settings.Objective == "cost";
        return new SitingTables
        {
            Problem = new SitingProblem
            {
                ServiceCosts = [.. reach.Select(row => row.Select((distance, customer) => ServiceCost(distance, demands[customer])).ToArray())],
                OpeningCosts = countsInCost ? [.. openingCosts] : new double[options.Count],
                Demands = demands,
                Capacities = capacities.TrueForAll(row => Array.TrueForAll(row, double.IsInfinity)) ? null : Bounded(demands.Sum()),
                Layers = [.. customers.Select(customer => customer.Period)],
                Locations = [.. locations],
                Required = [.. sites.Select(site => site.Exists)],
                MaxSites = sitesWanted ?? int.MaxValue,
                Rows = [.. Rows()],
                Splittable = settings.Splittable,
            },
            Options = options,
            Customers = [.. customers.Select(customer => (points[customer.Point].Id, customer.Period + 1))],
            Distances = reach,
            Places = sites.Select(site => (site.Id, (site.X, site.Y))).Concat(points.Select(point => (point.Id, (point.X, point.Y)))).ToDictionary(StringComparer.Ordinal),
            IsCenter = settings.Objective == "center",
            Radius = settings.Objective == "cover" ? settings.Number("radius") : null,
        };
    }

    private void AddOptions(int site)
    {
        var line = sites[site];
        if (line.Exists)
            Add(site, SiteOptionKind.Kept, 1, 0, _ => line.Capacity);
        for (var period = 1; period <= periods; period++)
        {
            var begins = period;
            if (!line.Exists)
                Add(site, SiteOptionKind.New, period, line.Cost, at => at >= begins ? line.Capacity : 0);
            else if (line.UpgradeCapacity > 0)
                Add(site, SiteOptionKind.Enlarged, period, line.UpgradeCost, at => line.Capacity + (at >= begins ? line.UpgradeCapacity : 0));
        }
    }

    private void Add(int site, SiteOptionKind kind, int period, double cost, Func<int, double> capacity)
    {
        // an enlarged site serves from the start; only its size changes later
        options.Add(new SiteOption(sites[site].Id, kind, period));
        locations.Add(site);
        openingCosts.Add(cost);
        capacities.Add([.. Enumerable.Range(1, periods).Select(capacity)]);
    }

    private double ServiceCost(double distance, double demand)
    {
        if (distance > (settings.Number("max-distance") ?? double.PositiveInfinity) || double.IsInfinity(distance))
            return double.PositiveInfinity;
        return settings.Objective switch
        {
            "cover" => distance <= settings.Number("radius") ? 0 : demand,
            "cost" => distance * demand * (settings.Number("cost-per-distance") ?? 1),
            _ => distance * demand,
        };
    }

    // a site without a limit holds everybody, which is a number too
    private double[][] Bounded(double everybody) => [.. capacities.Select(row => Array.ConvertAll(row, capacity => Math.Min(capacity, everybody)))];

    private IEnumerable<SiteRow> Rows()
    {
        if (settings.Number("budget") is { } budget)
            yield return SiteRow.Within("budget", openingCosts, budget);
        if (settings.Number("places-per-thousand") is not { } rate)
            yield break;
        if (capacities.Exists(row => Array.Exists(row, double.IsInfinity)))
        {
            problems.Add(new InputProblem(districtsFile, 0, "", "places per thousand need a capacity for every site; fill the column capacity of sites.csv"));
            yield break;
        }

        foreach (var (district, populations) in districts)
            for (var period = 0; period < periods; period++)
                yield return SiteRow.Reaches($"places in {district}", capacities.Select((row, option) => sites[locations[option]].District == district ? row[period] : 0), rate * populations[period] / 1000);
    }
}
