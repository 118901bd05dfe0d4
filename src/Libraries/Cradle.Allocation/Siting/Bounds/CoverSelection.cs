using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The cheapest choice of options by their reduced costs that together hold all demand: a knapsack of what is left undone. With few large sites this bounds
/// far higher than a price on capacity, which lets a part of a site count (the surrogate constraint of Holmberg, Rönnqvist and Yuan 1999).
/// </summary>
internal sealed class CoverSelection
{
    private const int MostOptions = 256;

    private readonly SitingProblem problem;
    private readonly int[][] members;
    private readonly double[] capacities;
    private readonly double demand;
    private readonly WholeKnapsack knapsack = new();
    private readonly Item[] items;
    private readonly double[] rates;
    private readonly double[] values;
    private readonly double[] weights;
    private readonly bool[] taken;
    private int count;

    private CoverSelection(SitingProblem problem, int[][] members)
    {
        this.problem = problem;
        this.members = members;
        capacities = Array.ConvertAll(problem.Capacities!, option => option[0]);
        demand = problem.Demands.Sum() * (1 - 1e-9);
        items = new Item[members.Length];
        rates = new double[items.Length];
        values = new double[items.Length];
        weights = new double[items.Length];
        taken = new bool[items.Length];
    }

    /// <summary>For problems of one layer that do not limit how many sites are opened, with one option a site or a required site that may be enlarged; else null.</summary>
    public static CoverSelection? For(SitingProblem problem)
    {
        if (problem is not { Capacities: not null, LayerCount: 1, MinSites: 0, OptionCount: <= MostOptions } || problem.MaxSites < problem.LocationCount)
            return null;
        int[][] members = [.. Enumerable.Range(0, problem.OptionCount).GroupBy(problem.LocationOf, (_, options) => options.ToArray())];
        return Array.TrueForAll(members, options => options.Length <= (problem.IsRequired(problem.LocationOf(options[0])) ? 2 : 1)) ? new CoverSelection(problem, members) : null;
    }

    /// <summary>
    /// Marks the selected options and gives a lower bound of their reduced costs, exact but for knapsacks given up; positive infinity when the decisions leave
    /// no choice that holds all demand. Regrets become what deciding an option the other way would add at least.
    /// </summary>
    public double Choose(LagrangianPoint point, OptionState[] states)
    {
        Array.Clear(point.Selected);
        var (sum, need) = Itemise(point, states);
        var exact = Fill(sum, need);
        var bound = exact ?? Fractional(sum, need);
        for (var item = 0; item < count; item++)
        {
            var (on, off, _, _, _) = items[item];
            if (taken[item] || off >= 0)
                point.Selected[taken[item] ? on : off] = true;
            point.Regrets[on] = Fractional(sum, need, item, !taken[item]) - bound;
            if (off >= 0)
                point.Regrets[off] = point.Regrets[on];
        }

        return bound;
    }

    // What is opened in any case, and an item for each choice that is left; positive infinity where a required site has nothing to open.
    private (double Sum, double Need) Itemise(LagrangianPoint point, OptionState[] states)
    {
        var (sum, need) = (0.0, demand);
        count = 0;
        foreach (var options in members)
        {
            var (first, second) = options switch { [var one, var other] when capacities[other] < capacities[one] => (other, one), [var one, var other] => (one, other), _ => (options[0], -1) };
            if (states[first] == OptionState.Closed || (second >= 0 && states[second] == OptionState.Open))
                (first, second) = (second, -1);
            if (second >= 0 && (states[second] == OptionState.Closed || states[first] == OptionState.Open))
                second = -1;
            var isRequired = problem.IsRequired(problem.LocationOf(options[0]));
            if (first >= 0 && states[first] == OptionState.Closed)
                first = -1;
            if (isRequired && first < 0)
                return (double.PositiveInfinity, need);
            if (first >= 0 && (isRequired || states[first] == OptionState.Open))
            {
                sum += point.ReducedCosts[first];
                need -= capacities[first];
                point.Selected[first] = second < 0;
                if (second >= 0)
                    Add(second, first, point.ReducedCosts[second] - point.ReducedCosts[first], capacities[second] - capacities[first]);
            }
            else if (first >= 0)
            {
                Add(first, -1, point.ReducedCosts[first], capacities[first]);
            }
        }

        for (var item = 0; item < count; item++)
            rates[item] = items[item].Rate;
        Array.Sort(rates, items, 0, count);
        return (sum, need);
    }

    private void Add(int on, int off, double cost, double capacity) => items[count++] = new Item(on, off, cost, capacity, cost / Math.Max(1e-12, capacity));

    // Items that cost nothing are taken; of the others, of which nothing is worth taking but for its capacity, the dearest are left.
    private double? Fill(double sum, double need)
    {
        var (offered, start) = (0.0, 0);
        for (; start < count && items[start].Cost <= 0; start++)
        {
            sum += items[start].Cost;
            need -= items[start].Capacity;
        }

        for (var item = 0; item < count; item++)
            taken[item] = item < start;
        if (need <= 0 || double.IsPositiveInfinity(sum))
            return sum;
        for (var item = start; item < count; item++)
        {
            (values[item - start], weights[item - start], rates[item - start]) = (-items[item].Cost, items[item].Capacity, -items[item].Rate);
            sum += items[item].Cost;
            offered += items[item].Capacity;
            taken[item] = true;
        }

        if (offered < need)
            return double.PositiveInfinity;
        if (knapsack.Fill(rates, values, weights, count - start, offered - need) is not { } left)
            return null;
        foreach (var item in knapsack.Taken)
            taken[start + item] = false;
        return sum + left;
    }

    // The same with the last item in part, by rates; one item may be decided.
    private double Fractional(double sum, double need, int decided = -1, bool isTaken = false)
    {
        if (isTaken)
        {
            sum += items[decided].Cost;
            need -= items[decided].Capacity;
        }

        for (var item = 0; item < count && (need > 0 || items[item].Cost < 0); item++)
        {
            if (item == decided)
                continue;
            sum += items[item].Cost * (items[item].Cost < 0 ? 1 : Math.Min(1, need / items[item].Capacity));
            need -= items[item].Capacity;
        }

        return need > 0 ? double.PositiveInfinity : sum;
    }

    /// <summary>A choice: to open one option, or else another of the same location or none; cost and capacity are the difference.</summary>
    private readonly record struct Item(int On, int Off, double Cost, double Capacity, double Rate);
}
