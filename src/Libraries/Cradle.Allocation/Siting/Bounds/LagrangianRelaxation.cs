using System.Collections.Concurrent;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The problem without the demand that every customer be served once and without its rows: both are priced instead, and each option then stands on its
/// own. Any prices give a lower bound (Geoffrion and McBride 1978; for capacities, Pirkul 1987).
/// </summary>
internal sealed class LagrangianRelaxation
{
    private readonly SitingProblem problem;
    private readonly SiteSelection selection;
    private readonly KnapsackItems items;
    private readonly ThreadLocal<OptionKnapsack> knapsacks;

    public LagrangianRelaxation(SitingProblem problem)
    {
        this.problem = problem;
        Order = new ServiceOrder(problem);
        selection = new SiteSelection(problem);
        items = new KnapsackItems(problem.OptionCount);
        knapsacks = new ThreadLocal<OptionKnapsack>(() => new OptionKnapsack(problem.Demands));
        Rows = [.. problem.Rows, .. CapacityRows(problem)];
        RowScales = [.. Rows.Select(Scale)];
    }

    public ServiceOrder Order { get; }

    /// <summary>The rows of the problem and, with capacities, one per layer: what is opened must hold the demand.</summary>
    public SiteRow[] Rows { get; }

    /// <summary>The mean size of a coefficient of each row; prices and lacks are counted in it, so that all rows weigh alike.</summary>
    public double[] RowScales { get; }

    /// <summary>Whether knapsacks take whole customers, which is slower and bounds higher.</summary>
    public bool WholeItems { get; set; }

    public LagrangianPoint NewPoint() => new(problem.OptionCount, problem.CustomerCount, Rows.Length);

    /// <summary>For each row the opening cost of a unit where the row is filled with the options cheapest for it; 0 for limits.</summary>
    public double[] FirstRowPrices() => [.. Rows.Select((row, index) => FirstPrice(row) * RowScales[index])];

    /// <summary>Computes everything of a point but its prices.</summary>
    public void Evaluate(LagrangianPoint point, Decisions decisions)
    {
        var constant = PriceOptions(point);
        if (problem.Capacities is null)
            Collect(point, decisions);
        else
            Pack(point, decisions);
        point.Bound = constant + selection.Choose(point, decisions.Options);
        MeasureLacks(point, decisions);
    }

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

    private void Collect(LagrangianPoint point, Decisions decisions)
    {
        var reduced = point.ReducedCosts;
        for (var customer = 0; customer < point.Prices.Length; customer++)
        {
            var price = point.Prices[customer];
            var options = Order.Cheaper(customer, price, out var costs);
            for (var k = 0; k < options.Length && costs[k] < price; k++)
                if (decisions.Allows(options[k], customer))
                    reduced[options[k]] += costs[k] - price;
        }
    }

    private void Pack(LagrangianPoint point, Decisions decisions)
    {
        CollectItems(point, decisions);
        Parallel.ForEach(Partitioner.Create(0, problem.OptionCount), range =>
        {
            var knapsack = knapsacks.Value!;
            for (var option = range.Item1; option < range.Item2; option++)
                point.ReducedCosts[option] += decisions.Options[option] == OptionState.Closed ? 0 : Pack(knapsack, option);
        });
    }

    private double Pack(OptionKnapsack knapsack, int option)
    {
        var sum = 0.0;
        for (int start = items.Starts[option], end; start < items.Starts[option + 1]; start = end)
        {
            var layer = problem.LayerOf(items.Customers[start]);
            for (end = start + 1; end < items.Starts[option + 1] && problem.LayerOf(items.Customers[end]) == layer;)
                end++;
            sum += knapsack.Fill(
                items.Customers.AsSpan(start..end), items.Values.AsSpan(start..end), items.Shares.AsSpan(start..end), problem.Capacities![option][layer], WholeItems);
        }

        return sum;
    }

    // Customers come in ascending order, hence by layer.
    private void CollectItems(LagrangianPoint point, Decisions decisions)
    {
        var starts = items.Starts;
        Array.Clear(starts);
        var count = 0;
        for (var customer = 0; customer < point.Prices.Length; customer++)
        {
            var price = point.Prices[customer];
            var options = Order.Cheaper(customer, price, out var costs);
            for (var k = 0; k < options.Length && costs[k] < price; k++, count++)
                starts[options[k] + 1]++;
        }

        items.Reserve(count);
        for (var option = 0; option < problem.OptionCount; option++)
            starts[option + 1] += starts[option];
        FillItems(point, decisions);
    }

    private void FillItems(LagrangianPoint point, Decisions decisions)
    {
        var next = items.Starts.AsSpan(0, problem.OptionCount).ToArray();
        for (var customer = 0; customer < point.Prices.Length; customer++)
        {
            var price = point.Prices[customer];
            var options = Order.Cheaper(customer, price, out var costs);
            for (var k = 0; k < options.Length && costs[k] < price; k++)
            {
                var item = next[options[k]]++;
                items.Customers[item] = customer;
                items.Values[item] = decisions.Allows(options[k], customer) ? costs[k] - price : 0;
                items.Shares[item] = 1;
            }
        }
    }

    private void MeasureLacks(LagrangianPoint point, Decisions decisions)
    {
        Array.Fill(point.Unserved, 1);
        if (problem.Capacities is null)
            CountServices(point, decisions);
        else
            AddShares(point);
        for (var row = 0; row < Rows.Length; row++)
        {
            var lack = Rows[row].AtLeast;
            var coefficients = Rows[row].Coefficients;
            for (var option = 0; option < coefficients.Length; option++)
                lack -= point.Selected[option] ? coefficients[option] : 0;
            point.RowLacks[row] = lack / RowScales[row];
        }
    }

    private void CountServices(LagrangianPoint point, Decisions decisions)
    {
        for (var customer = 0; customer < point.Prices.Length; customer++)
        {
            var price = point.Prices[customer];
            var options = Order.Cheaper(customer, price, out var costs);
            for (var k = 0; k < options.Length && costs[k] < price; k++)
                if (point.Selected[options[k]] && decisions.Allows(options[k], customer))
                    point.Unserved[customer]--;
        }
    }

    private void AddShares(LagrangianPoint point)
    {
        for (var option = 0; option < point.Selected.Length; option++)
            for (var item = items.Starts[option]; point.Selected[option] && item < items.Starts[option + 1]; item++)
                point.Unserved[items.Customers[item]] -= items.Values[item] < 0 ? items.Shares[item] : 0;
    }
}
