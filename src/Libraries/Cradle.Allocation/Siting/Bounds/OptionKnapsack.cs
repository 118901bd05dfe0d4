using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The best use of one option's capacity in one layer at given prices: the customers of most gain for their demand, the last one in part. The border is
/// found by selection, not by sorting (Balas and Zemel 1980).
/// </summary>
internal sealed class OptionKnapsack(SitingProblem problem)
{
    private readonly double[] perDemand = [.. problem.Demands.Select(demand => demand > 0 ? 1 / demand : double.PositiveInfinity)];
    private readonly WholeKnapsack whole = new();
    private double[] ratios = [];
    private double[] values = [];
    private double[] demands = [];
    private int[] places = [];

    /// <summary>Fills the shares and gives the sum of values taken, not positive.</summary>
    public double Fill(
        ReadOnlySpan<int> customers, ReadOnlySpan<double> costs, Span<double> shares, double[] prices, double capacity, bool wholeItems)
    {
        var count = Collect(customers, costs, shares, prices, out var total, out var sum);
        if (total <= capacity)
            return sum;
        var border = Select(count, capacity);
        if (wholeItems && whole.Fill(ratios, values, demands, count, capacity) is { } exact)
        {
            shares.Clear();
            foreach (var item in whole.Taken)
                shares[places[item]] = 1;
            return exact;
        }

        sum = 0;
        for (var item = 0; item < count; item++)
        {
            var share = item < border ? 1 : item > border ? 0 : capacity / demands[item];
            sum += share * values[item];
            shares[places[item]] = share;
            capacity -= item < border ? demands[item] : 0;
        }

        return sum;
    }

    private int Collect(ReadOnlySpan<int> customers, ReadOnlySpan<double> costs, Span<double> shares, double[] prices, out double total, out double sum)
    {
        if (ratios.Length < customers.Length)
        {
            ratios = new double[customers.Length];
            values = new double[customers.Length];
            demands = new double[customers.Length];
            places = new int[customers.Length];
        }

        var count = 0;
        total = sum = 0;
        for (var place = 0; place < customers.Length; place++)
        {
            var customer = customers[place];
            var value = costs[place] - prices[customer];
            shares[place] = value < 0 ? 1 : 0;
            if (value >= 0)
                continue;
            var demand = problem.Demands[customer];
            (values[count], demands[count], places[count], ratios[count]) = (value, demand, place, value * perDemand[customer]);
            total += demand;
            sum += value;
            count++;
        }

        return count;
    }

    // Brings the items of least ratio that fit to the front and gives the place of the first that does not fit whole.
    private int Select(int count, double capacity)
    {
        int left = 0, right = count - 1;
        while (left < right)
        {
            var pivot = ratios[left + ((right - left) / 2)];
            int low = left, high = right;
            while (low <= high)
            {
                while (ratios[low] < pivot)
                    low++;
                while (ratios[high] > pivot)
                    high--;
                if (low <= high)
                    Swap(low++, high--);
            }

            var front = 0.0;
            for (var item = left; item <= high; item++)
                front += demands[item];
            if (front > capacity)
            {
                right = high;
                continue;
            }

            // between the two parts stands at most one item
            var middle = low - high == 2 ? demands[high + 1] : 0;
            if (middle > 0 && front + middle > capacity)
                return high + 1;
            capacity -= front + middle;
            left = low;
        }

        return left;
    }

    private void Swap(int a, int b)
    {
        (ratios[a], ratios[b]) = (ratios[b], ratios[a]);
        (values[a], values[b]) = (values[b], values[a]);
        (demands[a], demands[b]) = (demands[b], demands[a]);
        (places[a], places[b]) = (places[b], places[a]);
    }
}
