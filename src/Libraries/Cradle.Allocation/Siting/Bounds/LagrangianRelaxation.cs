using System.Collections.Concurrent;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The problem without the demand that every customer be served once and without its rows: both are priced instead, and each option then stands on its
/// own. Any prices give a lower bound (Geoffrion and McBride 1978; for capacities, Pirkul 1987).
/// </summary>
internal sealed class LagrangianRelaxation
{
    private const long WorthSharing = 200_000;

    private readonly SitingProblem problem;
    private readonly SiteSelection selection;
    private readonly CoverSelection? cover;
    private readonly Candidates candidates;
    private readonly ThreadLocal<OptionKnapsack> knapsacks;

    public LagrangianRelaxation(SitingProblem problem)
    {
        this.problem = problem;
        selection = new SiteSelection(problem);
        cover = CoverSelection.For(problem);
        candidates = new Candidates(problem);
        knapsacks = new ThreadLocal<OptionKnapsack>(() => new OptionKnapsack(problem));
        Rows = [.. problem.Rows, .. CapacityRows(problem)];
        RowScales = [.. Rows.Select(Scale)];
    }

    /// <summary>The rows of the problem and, with capacities, one per layer: what is opened must hold the demand.</summary>
    public SiteRow[] Rows { get; }

    /// <summary>The mean size of a coefficient of each row; prices and lacks are counted in it, so that all rows weigh alike.</summary>
    public double[] RowScales { get; }

    /// <summary>Whether knapsacks take whole customers, which is slower and bounds higher.</summary>
    public bool WholeItems { get; set; }

    public LagrangianPoint NewPoint() => new(problem.OptionCount, problem.CustomerCount, Rows.Length);

    /// <summary>For each row the opening cost of a unit where the row is filled with the options cheapest for it; 0 for limits.</summary>
    public double[] FirstRowPrices() => [.. Rows.Select((row, index) => IsKept(index) ? 0 : FirstPrice(row) * RowScales[index])];

    /// <summary>Computes everything of a point but its prices.</summary>
    public void Evaluate(LagrangianPoint point, Decisions decisions)
    {
        var constant = PriceOptions(point);
        candidates.Cover(point.Prices);
        if ((long)problem.OptionCount * problem.CustomerCount < WorthSharing)
            Serve(point, decisions, 0, problem.OptionCount);
        else
            Parallel.ForEach(Partitioner.Create(0, problem.OptionCount), range => Serve(point, decisions, range.Item1, range.Item2));
        point.Bound = constant + (cover?.Choose(point, decisions.Options) ?? selection.Choose(point, decisions.Options));
        MeasureLacks(point, decisions);
    }

    // What every selection keeps to needs no price.
    private bool IsKept(int row) => cover is not null && row >= problem.Rows.Count;

    private static IEnumerable<SiteRow> CapacityRows(SitingProblem problem)
    {
        if (problem.Capacities is not { } capacities)
            yield break;
        for (var layer = 0; layer < problem.LayerCount; layer++)
        {
            var demand = 0.0;
            for (var customer = 0; customer < problem.CustomerCount; customer++)
                demand += problem.LayerOf(customer) == layer ? problem.Demands[customer] : 0;
            var of = layer;
            yield return SiteRow.Reaches("capacity for all demand", capacities.Select(option => option[of]), demand);
        }
    }

    private static double Scale(SiteRow row)
    {
        double sum = 0;
        var count = 0;
        foreach (var coefficient in row.Coefficients)
        {
            sum += Math.Abs(coefficient);
            count += coefficient != 0 ? 1 : 0;
        }

        return count == 0 || sum == 0 ? 1 : sum / count;
    }

    private double FirstPrice(SiteRow row)
    {
        var price = 0.0;
        var lack = row.AtLeast;
        foreach (var (option, rate) in Enumerable.Range(0, problem.OptionCount).Where(option => row.Coefficients[option] > 0)
            .Select(option => (option, problem.OpeningCosts[option] / row.Coefficients[option])).OrderBy(pair => pair.Item2))
        {
            if (lack <= 0)
                break;
            price = rate;
            lack -= row.Coefficients[option];
        }

        return price;
    }

    private double PriceOptions(LagrangianPoint point)
    {
        var constant = 0.0;
        foreach (var price in point.Prices)
            constant += price;
        problem.OpeningCosts.CopyTo(point.ReducedCosts, 0);
        for (var row = 0; row < Rows.Length; row++)
        {
            var price = point.RowPrices[row] / RowScales[row];
            if (price == 0)
                continue;
            constant += price * Rows[row].AtLeast;
            var coefficients = Rows[row].Coefficients;
            for (var option = 0; option < coefficients.Length; option++)
                point.ReducedCosts[option] -= price * coefficients[option];
        }

        return constant;
    }

    private void Serve(LagrangianPoint point, Decisions decisions, int from, int to)
    {
        var knapsack = problem.Capacities is null ? null : knapsacks.Value!;
        for (var option = from; option < to; option++)
        {
            if (decisions.Options[option] == OptionState.Closed)
                continue;
            var costs = decisions.RulesOutServices ? Allowed(option, decisions) : candidates.Costs[option];
            point.ReducedCosts[option] += knapsack is null ? Gains(option, costs, point.Prices) : Pack(knapsack, option, costs, point.Prices);
        }
    }

    private double[] Allowed(int option, Decisions decisions) =>
        [.. candidates.Costs[option].Select((cost, place) => decisions.Allows(option, candidates.Customers[option][place]) ? cost : double.PositiveInfinity)];

    private double Gains(int option, double[] costs, double[] prices)
    {
        var sum = 0.0;
        var customers = candidates.Customers[option];
        for (var place = 0; place < customers.Length; place++)
            sum += Math.Min(0, costs[place] - prices[customers[place]]);
        return sum;
    }

    private double Pack(OptionKnapsack knapsack, int option, double[] costs, double[] prices)
    {
        var sum = 0.0;
        var customers = candidates.Customers[option];
        for (int start = 0, end; start < customers.Length; start = end)
        {
            var layer = problem.LayerOf(customers[start]);
            end = customers.Length;
            if (problem.Layers is not null)
                for (end = start + 1; end < customers.Length && problem.LayerOf(customers[end]) == layer;)
                    end++;
            var shares = candidates.Shares[option].AsSpan(start..end);
            sum += knapsack.Fill(customers.AsSpan(start..end), costs.AsSpan(start..end), shares, prices, problem.Capacities![option][layer], WholeItems);
        }

        return sum;
    }

    private void MeasureLacks(LagrangianPoint point, Decisions decisions)
    {
        Array.Fill(point.Unserved, 1);
        for (var option = 0; option < point.Selected.Length; option++)
            if (point.Selected[option])
                Count(point, option, decisions);
        for (var row = 0; row < Rows.Length; row++)
        {
            var lack = Rows[row].AtLeast;
            var coefficients = Rows[row].Coefficients;
            for (var option = 0; option < coefficients.Length; option++)
                lack -= point.Selected[option] ? coefficients[option] : 0;
            point.RowLacks[row] = IsKept(row) ? 0 : lack / RowScales[row];
        }
    }

    private void Count(LagrangianPoint point, int option, Decisions decisions)
    {
        var customers = candidates.Customers[option];
        if (problem.Capacities is not null)
        {
            for (var place = 0; place < customers.Length; place++)
                point.Unserved[customers[place]] -= candidates.Shares[option][place];
            return;
        }

        for (var place = 0; place < customers.Length; place++)
            if (candidates.Costs[option][place] < point.Prices[customers[place]] && decisions.Allows(option, customers[place]))
                point.Unserved[customers[place]]--;
    }
}
