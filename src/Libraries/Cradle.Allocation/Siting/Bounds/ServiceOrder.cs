using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The options of every customer, the cheapest first, sorted only as far as somebody has looked: a bound looks at those cheaper than the customer's
/// price, which are few.
/// </summary>
internal sealed class ServiceOrder
{
    private const int FirstLook = 48;

    private readonly SitingProblem problem;
    private readonly int[][] options;
    private readonly double[][] costs;

    public ServiceOrder(SitingProblem problem)
    {
        this.problem = problem;
        options = new int[problem.CustomerCount][];
        costs = new double[problem.CustomerCount][];
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, problem.CustomerCount)), range =>
        {
            var row = new double[problem.OptionCount];
            var index = new int[problem.OptionCount];
            for (var customer = range.Item1; customer < Math.Min(range.Item2, problem.CustomerCount); customer++)
                Sort(customer, Math.Min(FirstLook, problem.OptionCount), row, index);
        });
    }

    /// <summary>The cheapest options of a customer, at least all that cost less than the price.</summary>
    public ReadOnlySpan<int> Cheaper(int customer, double price, out ReadOnlySpan<double> cheapest)
    {
        var known = costs[customer];
        if (known.Length < problem.OptionCount && known[^1] < price)
        {
            var length = Math.Min(problem.OptionCount, Math.Max(known.Length * 4, 4 * FirstLook));
            Sort(customer, length, new double[problem.OptionCount], new int[problem.OptionCount]);
            return Cheaper(customer, price, out cheapest);
        }

        cheapest = known;
        return options[customer];
    }

    public double Least(int customer) => costs[customer].Length > 0 ? costs[customer][0] : double.PositiveInfinity;

    private void Sort(int customer, int length, double[] row, int[] index)
    {
        for (var option = 0; option < row.Length; option++)
        {
            row[option] = problem.ServiceCosts[option][customer];
            index[option] = option;
        }

        if (length < row.Length)
            Partition(row, index, length);
        // ties in the order of the options, so that every run sees the same order
        Array.Sort(row, index, 0, length);
        options[customer] = index[..length];
        costs[customer] = row[..length];
    }

    // Hoare's selection: the smallest come to the front, in no order.
    private static void Partition(double[] keys, int[] items, int count)
    {
        for (int left = 0, right = keys.Length - 1; left < right;)
        {
            var pivot = keys[left + ((right - left) / 2)];
            int low = left, high = right;
            while (low <= high)
            {
                while (keys[low] < pivot)
                    low++;
                while (keys[high] > pivot)
                    high--;
                if (low > high)
                    break;
                (keys[low], keys[high]) = (keys[high], keys[low]);
                (items[low], items[high]) = (items[high], items[low]);
                low++;
                high--;
            }

            if (count - 1 <= high)
                right = high;
            else if (count - 1 >= low)
                left = low;
            else
                return;
        }
    }
}
