using System.Globalization;

namespace Cradle.Allocation.Siting.Tables;

/// <summary>Why tables allow no plan, as far as a look at one condition at a time can tell.</summary>
public static class Impossibilities
{
    /// <summary>A sentence for each reason; none where only conditions together rule every plan out.</summary>
    /// <param name="tables">The tables.</param>
    public static IEnumerable<string> Of(SitingTables tables)
    {
        var problem = tables.Problem;
        foreach (var point in Enumerable.Range(0, problem.CustomerCount).Where(customer => problem.ServiceCosts.All(row => double.IsInfinity(row[customer])))
            .Select(customer => tables.Customers[customer].Point).Distinct())
            yield return $"no site reaches the point '{point}': no way leads there, or max-distance is too short";
        if (problem.MaxSites == 0 && !Enumerable.Range(0, problem.LocationCount).Any(problem.IsRequired))
            yield return "sites is 0 and no site exists";
        for (var layer = 0; problem.Capacities is not null && layer < problem.LayerCount; layer++)
        {
            var demand = Enumerable.Range(0, problem.CustomerCount).Where(customer => problem.LayerOf(customer) == layer).Sum(customer => problem.Demands[customer]);
            var room = Most(tables, option => problem.Capacities[option][layer], counted: true);
            if (room < demand * (1 - 1e-9))
                yield return string.Create(CultureInfo.InvariantCulture, $"period {layer + 1} has a demand of {demand:0.###}, and the sites allowed hold {room:0.###} at most");
        }

        foreach (var row in problem.Rows)
            if (row.AtLeast > 0 && Most(tables, option => row.Coefficients[option], counted: false) is var most && most < row.AtLeast - row.Tolerance)
                yield return string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {row.AtLeast:0.###} are asked for, and its sites hold {most:0.###} at most");
    }

    // The best option of every location; of new sites only as many as may be opened.
    private static double Most(SitingTables tables, Func<int, double> of, bool counted)
    {
        var problem = tables.Problem;
        var best = Enumerable.Range(0, problem.OptionCount).GroupBy(problem.LocationOf).Select(options => (IsNew: !problem.IsRequired(options.Key), Most: options.Max(of))).ToList();
        var fresh = best.Where(location => location.IsNew).Select(location => location.Most).OrderDescending();
        return best.Where(location => !location.IsNew).Sum(location => location.Most) + (counted ? fresh.Take(problem.MaxSites) : fresh).Sum();
    }
}
