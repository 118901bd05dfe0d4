namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The best use of one option's capacity in one layer: the items of most gain for their demand. Whole items by depth-first search with Dantzig's bound
/// (Horowitz and Sahni 1974); where that takes too many steps, parts of items are allowed, which can only bound lower.
/// </summary>
internal sealed class OptionKnapsack(double[] demands)
{
    private const int MostSteps = 20_000;

    private double[] ratios = [];
    private int[] order = [];
    private bool[] taken = [];
    private bool[] best = [];

    /// <summary>Fills the shares and gives the sum of values taken, not positive.</summary>
    public double Fill(ReadOnlySpan<int> customers, ReadOnlySpan<double> values, Span<double> shares, double capacity, bool whole)
    {
        double total = 0, sum = 0;
        for (var item = 0; item < customers.Length; item++)
        {
            total += demands[customers[item]];
            sum += values[item];
        }

        if (total <= capacity)
        {
            shares.Fill(1);
            return sum;
        }

        Sort(customers, values);
        var parts = FillParts(customers, values, shares, capacity);
        return whole && FillWhole(customers, values, shares, capacity) is { } exact ? exact : parts;
    }

    private void Sort(ReadOnlySpan<int> customers, ReadOnlySpan<double> values)
    {
        if (order.Length < customers.Length)
        {
            ratios = new double[customers.Length * 2];
            order = new int[customers.Length * 2];
            taken = new bool[customers.Length * 2];
            best = new bool[customers.Length * 2];
        }

        for (var item = 0; item < customers.Length; item++)
        {
            var demand = demands[customers[item]];
            ratios[item] = demand > 0 ? values[item] / demand : double.NegativeInfinity;
            order[item] = item;
        }

        ratios.AsSpan(0, customers.Length).Sort(order.AsSpan(0, customers.Length));
    }

    private double FillParts(ReadOnlySpan<int> customers, ReadOnlySpan<double> values, Span<double> shares, double capacity)
    {
        shares.Clear();
        var sum = 0.0;
        for (var place = 0; place < customers.Length && capacity > 0; place++)
        {
            var item = order[place];
            var demand = demands[customers[item]];
            var share = demand <= capacity ? 1 : capacity / demand;
            shares[item] = share;
            sum += share * values[item];
            capacity -= demand;
        }

        return sum;
    }

    private double? FillWhole(ReadOnlySpan<int> customers, ReadOnlySpan<double> values, Span<double> shares, double capacity)
    {
        var count = customers.Length;
        taken.AsSpan(0, count).Clear();
        best.AsSpan(0, count).Clear();
        double least = 0, sum = 0;
        var room = capacity;
        for (int place = 0, steps = 0; ;)
        {
            if (++steps > MostSteps)
                return null;
            if (place < count && sum + Promise(customers, values, place, room) < least - 1e-12)
            {
                var demand = demands[customers[order[place]]];
                if (taken[place] = demand <= room)
                {
                    room -= demand;
                    sum += values[order[place]];
                }

                place++;
                continue;
            }

            if (place == count && sum < least)
            {
                least = sum;
                taken.AsSpan(0, count).CopyTo(best);
            }

            while (--place >= 0 && !taken[place])
            {
            }

            if (place < 0)
                break;
            taken[place] = false;
            room += demands[customers[order[place]]];
            sum -= values[order[place]];
            place++;
        }

        for (var place = 0; place < count; place++)
            shares[order[place]] = best[place] ? 1 : 0;
        return least;
    }

    private double Promise(ReadOnlySpan<int> customers, ReadOnlySpan<double> values, int place, double room)
    {
        var promise = 0.0;
        for (; place < customers.Length && room > 0; place++)
        {
            var demand = demands[customers[order[place]]];
            promise += demand <= room ? values[order[place]] : values[order[place]] * room / demand;
            room -= demand;
        }

        return promise;
    }
}
