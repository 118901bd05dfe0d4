namespace Cradle.Allocation.Siting.Bounds;

/// <summary>
/// The knapsack of whole items by depth-first search with Dantzig's bound (Horowitz and Sahni 1974), given up after many steps.
/// </summary>
internal sealed class WholeKnapsack
{
    private const int MostSteps = 20_000;

    private double[] keys = [];
    private int[] order = [];
    private bool[] taken = [];
    private bool[] best = [];
    private int count;

    /// <summary>The items taken by the last search that ended.</summary>
    public IEnumerable<int> Taken => Enumerable.Range(0, count).Where(place => best[place]).Select(place => order[place]);

    /// <summary>The least sum of values within the capacity, or null when the search was given up.</summary>
    public double? Fill(double[] ratios, double[] values, double[] demands, int items, double capacity)
    {
        Sort(ratios, items);
        double least = 0, sum = 0;
        for (int place = 0, steps = 0; ;)
        {
            if (++steps > MostSteps)
                return null;
            if (place < count && sum + Promise(values, demands, place, capacity) < least - 1e-12)
            {
                var item = order[place];
                if (taken[place] = demands[item] <= capacity)
                {
                    capacity -= demands[item];
                    sum += values[item];
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
                return least;
            taken[place] = false;
            capacity += demands[order[place]];
            sum -= values[order[place]];
            place++;
        }
    }

    private void Sort(double[] ratios, int items)
    {
        count = items;
        if (order.Length < items)
        {
            keys = new double[items * 2];
            order = new int[items * 2];
            taken = new bool[items * 2];
            best = new bool[items * 2];
        }

        Array.Copy(ratios, keys, items);
        for (var item = 0; item < items; item++)
            order[item] = item;
        Array.Sort(keys, order, 0, items);
        taken.AsSpan(0, items).Clear();
        best.AsSpan(0, items).Clear();
    }

    private double Promise(double[] values, double[] demands, int place, double room)
    {
        var promise = 0.0;
        for (; place < count && room > 0; place++)
        {
            var item = order[place];
            promise += demands[item] <= room ? values[item] : values[item] * room / demands[item];
            room -= demands[item];
        }

        return promise;
    }
}
