using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Centers;

/// <summary>
/// Makes the longest way that anybody has as short as it can be, and only then looks at cost: the p-centre problem with all other conditions. Whether a
/// distance can be kept is a covering problem with as few sites as possible, decided by its Lagrangian bound; the distances are halved until the least
/// is left (Minieka 1970).
/// </summary>
public static class CenterSolver
{
    /// <summary>Searches for the least longest way, then for the cheapest plan within it.</summary>
    /// <param name="problem">The problem; its costs decide among plans of the least longest way.</param>
    /// <param name="distances">The way of each customer to each option, [option][customer]; customers without demand may have any.</param>
    /// <param name="options">How long to search; to the proof when left out.</param>
    /// <param name="cancellation">Ends the search early; the best so far is returned.</param>
    public static CenterResult Solve(SitingProblem problem, double[][] distances, SolveOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new SolveOptions();
        var start = options.Time.GetTimestamp();
        var steps = Steps(problem, distances);
        int first = FirstPossible(problem, distances, steps), end = steps.Length;
        SitingPlan? found = null;
        var isProven = true;
        while (first < end && isProven)
        {
            var middle = first + ((end - first) / 2);
            var answer = SitingSolver.Solve(Covering(problem, distances, steps[middle]), Left() with { Within = SitesAllowed(problem), Progress = null }, cancellation);
            if (answer.Plan is { } plan && plan.Objective <= SitesAllowed(problem))
                (end, found) = (middle, plan);
            else if (double.IsPositiveInfinity(answer.LowerBound))
                first = middle + 1;
            else
                isProven = false;
        }

        // a search that ended early still owes a plan: that of the best distance found, or of any
        var distance = end < steps.Length ? steps[end] : double.PositiveInfinity;
        var isImpossible = isProven && found is null;
        var limited = Limited(problem, distances, distance, problem.ServiceCosts);
        var siting = isImpossible
            ? new SitingResult { Plan = null, LowerBound = double.PositiveInfinity, Elapsed = options.Time.GetElapsedTime(start), Branches = 0 }
            : SitingSolver.Solve(limited, Left(), found is null ? null : new SitingPlan(limited, found.Open, found.Services), cancellation);
        var reached = siting.Plan is { } best ? Longest(problem, distances, best) : double.PositiveInfinity;
        return new CenterResult { Distance = reached, DistanceBound = isImpossible ? double.PositiveInfinity : Math.Min(reached, first < steps.Length ? steps[first] : reached), Siting = siting };

        SolveOptions Left() => options.TimeLimit is { } limit
            ? options with { TimeLimit = TimeSpan.FromTicks(Math.Max(1, (limit - options.Time.GetElapsedTime(start)).Ticks)) } : options;
    }

    private static double SitesAllowed(SitingProblem problem) => problem.MaxSites == int.MaxValue ? problem.OptionCount : problem.MaxSites;

    private static double[] Steps(SitingProblem problem, double[][] distances)
    {
        var steps = new HashSet<double>();
        for (var option = 0; option < distances.Length; option++)
            for (var customer = 0; customer < problem.CustomerCount; customer++)
                if (problem.Demands[customer] > 0 && double.IsFinite(problem.ServiceCosts[option][customer]))
                    steps.Add(distances[option][customer]);
        return [.. steps.Order()];
    }

    // Nobody can have a shorter way than to the nearest option.
    private static int FirstPossible(SitingProblem problem, double[][] distances, double[] steps)
    {
        var longest = 0.0;
        for (var customer = 0; customer < problem.CustomerCount; customer++)
        {
            var nearest = double.PositiveInfinity;
            for (var option = 0; option < distances.Length; option++)
                if (double.IsFinite(problem.ServiceCosts[option][customer]))
                    nearest = Math.Min(nearest, distances[option][customer]);
            longest = problem.Demands[customer] > 0 ? Math.Max(longest, nearest) : longest;
        }

        var place = Array.BinarySearch(steps, longest);
        return place < 0 ? ~place : place;
    }

    // As few sites as can serve everybody within a distance; required locations cost nothing, as they do not count.
    private static SitingProblem Covering(SitingProblem problem, double[][] distances, double distance) => Limited(
        problem, distances, distance, [.. Enumerable.Range(0, problem.OptionCount).Select(_ => new double[problem.CustomerCount])],
        [.. Enumerable.Range(0, problem.OptionCount).Select(option => problem.IsRequired(problem.LocationOf(option)) ? 0.0 : 1)]);

    private static SitingProblem Limited(SitingProblem problem, double[][] distances, double distance, double[][] costs, double[]? counts = null) => new()
    {
        ServiceCosts = [.. costs.Select((row, option) => row.Select((cost, customer) =>
            double.IsInfinity(problem.ServiceCosts[option][customer]) || (distances[option][customer] > distance && problem.Demands[customer] > 0) ? double.PositiveInfinity : cost).ToArray())],
        OpeningCosts = counts ?? problem.OpeningCosts, Demands = problem.Demands, Capacities = problem.Capacities, Layers = problem.Layers, Locations = problem.Locations,
        Required = problem.Required, MinSites = counts is null ? problem.MinSites : 0, MaxSites = counts is null ? problem.MaxSites : int.MaxValue, Rows = problem.Rows, Splittable = problem.Splittable,
    };

    /// <summary>The longest way that anybody with demand has.</summary>
    internal static double Longest(SitingProblem problem, double[][] distances, SitingPlan plan) => plan.Services
        .Where(service => problem.Demands[service.Customer] > 0).Select(service => distances[service.Option][service.Customer]).DefaultIfEmpty(0).Max();
}
