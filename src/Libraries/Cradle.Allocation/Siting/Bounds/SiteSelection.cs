using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The cheapest choice of options by their reduced costs: at most one of a location, one of each required location, and as many of the other locations
/// as the problem allows.
/// </summary>
internal sealed class SiteSelection
{
    private readonly SitingProblem problem;
    private readonly int[][] members;
    private readonly int[] best;
    private readonly int[] candidates;
    private readonly double[] keys;

    public SiteSelection(SitingProblem problem)
    {
        this.problem = problem;
        members = new int[problem.LocationCount][];
        foreach (var location in Enumerable.Range(0, problem.OptionCount).GroupBy(problem.LocationOf))
            members[location.Key] = [.. location];
        best = new int[members.Length];
        candidates = new int[members.Length];
        keys = new double[members.Length];
    }

    /// <summary>
    /// Marks the selected options and gives the sum of their reduced costs; positive infinity when the decisions leave no choice. Regrets become what
    /// deciding an option the other way would add at least.
    /// </summary>
    public double Choose(LagrangianPoint point, OptionState[] states)
    {
        var reduced = point.ReducedCosts;
        Array.Clear(point.Selected);
        var sum = 0.0;
        int free = 0, counted = 0;
        for (var location = 0; location < members.Length; location++)
        {
            best[location] = Best(location, reduced, states, out var forced);
            var required = problem.IsRequired(location);
            if (best[location] < 0)
            {
                if (required)
                    return double.PositiveInfinity;
                continue;
            }

            if (forced || required)
            {
                sum += reduced[best[location]];
                point.Selected[best[location]] = true;
                counted += required ? 0 : 1;
            }
            else
            {
                candidates[free] = location;
                keys[free++] = reduced[best[location]];
            }
        }

        int least = Math.Max(0, problem.MinSites - counted), most = problem.MaxSites - counted;
        if (most < 0 || least > free)
            return double.PositiveInfinity;
        Array.Sort(keys, candidates, 0, free);
        var taken = 0;
        while (taken < free && taken < most && (taken < least || keys[taken] < 0))
        {
            sum += keys[taken];
            point.Selected[best[candidates[taken++]]] = true;
        }

        // what a place in the selection is worth, and what filling one costs
        var worst = taken == 0 ? 0 : keys[taken - 1];
        var leave = taken == most && taken > 0 ? worst : Math.Max(0, taken > 0 && taken == least ? worst : 0);
        var next = taken < free ? keys[taken] : double.PositiveInfinity;
        var replace = taken == least ? next : Math.Min(0, next);
        var full = most == 0;
        for (var location = 0; location < members.Length; location++)
            Regret(location, point, full ? double.NegativeInfinity : leave, replace);
        return sum;
    }

    private void Regret(int location, LagrangianPoint point, double leave, double replace)
    {
        var chosen = best[location];
        if (chosen < 0)
            return;
        var reduced = point.ReducedCosts;
        var second = double.PositiveInfinity;
        foreach (var option in members[location])
        {
            if (option == chosen)
                continue;
            second = Math.Min(second, reduced[option]);
            point.Regrets[option] = point.Selected[chosen] ? reduced[option] - reduced[chosen] : reduced[option] - leave;
        }

        if (!point.Selected[chosen])
            point.Regrets[chosen] = reduced[chosen] - leave;
        else
            point.Regrets[chosen] = Math.Min(second, problem.IsRequired(location) ? double.PositiveInfinity : replace) - reduced[chosen];
    }

    private int Best(int location, double[] reduced, OptionState[] states, out bool forced)
    {
        var found = -1;
        forced = false;
        foreach (var option in members[location])
        {
            if (states[option] == OptionState.Closed)
                continue;
            if (states[option] == OptionState.Open)
            {
                forced = true;
                return option;
            }

            if (found < 0 || reduced[option] < reduced[found])
                found = option;
        }

        return found;
    }
}
