using System.Collections.Concurrent;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// For every option the customers whose cost is below a limit a little above their price. Only customers cheaper than their price matter to a bound,
/// and those are few, so a step reads these lists and not the whole table; when a price outgrows its limit the lists are made anew.
/// </summary>
internal sealed class Candidates
{
    private const double Headroom = 1.2;

    private readonly SitingProblem problem;
    private readonly double[] limits;

    public Candidates(SitingProblem problem)
    {
        this.problem = problem;
        limits = new double[problem.CustomerCount];
        Array.Fill(limits, double.NegativeInfinity);
        Customers = new int[problem.OptionCount][];
        Costs = new double[problem.OptionCount][];
        Shares = new double[problem.OptionCount][];
    }

    /// <summary>Customers of each option, ascending.</summary>
    public int[][] Customers { get; }

    /// <summary>What serving each of them costs.</summary>
    public double[][] Costs { get; }

    /// <summary>How much of each the option takes at the current prices.</summary>
    public double[][] Shares { get; }

    /// <summary>Makes sure that everybody cheaper than the price is listed.</summary>
    public void Cover(double[] prices)
    {
        var covered = true;
        for (var customer = 0; customer < prices.Length && covered; customer++)
            covered = prices[customer] <= limits[customer];

        if (covered)
            return;
        for (var customer = 0; customer < prices.Length; customer++)
            limits[customer] = (prices[customer] * Headroom) + 1e-9;
        Parallel.ForEach(Partitioner.Create(0, problem.OptionCount), range =>
        {
            var customers = new int[limits.Length];
            for (var option = range.Item1; option < range.Item2; option++)
                List(option, customers);
        });
    }

    private void List(int option, int[] customers)
    {
        var count = 0;
        var row = problem.ServiceCosts[option];
        for (var customer = 0; customer < row.Length; customer++)
        {
            customers[count] = customer;   // overwritten unless counted: no branch to mispredict
            count += row[customer] < limits[customer] ? 1 : 0;
        }

        Customers[option] = customers[..count];
        Costs[option] = Array.ConvertAll(Customers[option], customer => row[customer]);
        Shares[option] = new double[count];
    }
}
