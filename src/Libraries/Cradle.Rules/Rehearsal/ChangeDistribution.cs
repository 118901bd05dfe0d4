namespace Cradle.Rules.Rehearsal;

/// <summary>
/// How many families change by how much. Exact while there are few different amounts; beyond <see cref="Most"/> neighbours share a bin, ever wider, so that
/// memory stays bounded. Order of adding and merging does not matter while the width is 1.
/// </summary>
public sealed class ChangeDistribution
{
    /// <summary>How many different amounts are kept apart.</summary>
    public const int Most = 1 << 18;

    private readonly Dictionary<long, long> _weights = [];

    /// <summary>The width of a bin in the unit of the amounts; 1 is exact.</summary>
    public long Width { get; private set; } = 1;

    /// <summary>The families, by the lower end of the bin, ascending.</summary>
    public IEnumerable<KeyValuePair<long, long>> Bins => _weights.Select(pair => KeyValuePair.Create(pair.Key * Width, pair.Value)).OrderBy(pair => pair.Key);

    /// <summary>Counts families with one amount.</summary>
    public void Add(long amount, long weight)
    {
        var bin = FloorDivide(amount, Width);
        _weights[bin] = checked(_weights.GetValueOrDefault(bin) + weight);
        if (_weights.Count > Most)
            Widen(checked(Width * 10));
    }

    /// <summary>Adds another.</summary>
    public void Add(ChangeDistribution other)
    {
        if (other.Width > Width)
            Widen(other.Width);
        foreach (var (amount, weight) in other.Bins)
            Add(amount, weight);
    }

    /// <summary>The families that gain (1), or lose (−1).</summary>
    public long Count(int sign) => _weights.Where(pair => Math.Sign(pair.Key) == sign).Sum(pair => pair.Value);

    /// <summary>The middle change among those that gain (1) or lose (−1): half of them change by no more. Null where there are none.</summary>
    public long? Median(int sign)
    {
        var all = Count(sign);
        long seen = 0;
        foreach (var (amount, weight) in Bins.Where(pair => Math.Sign(pair.Key) == sign))
            if ((seen += weight) * 2 >= all)
                return amount;
        return null;
    }

    /// <summary>Restores a distribution as it was.</summary>
    internal static ChangeDistribution Restore(long width, IEnumerable<KeyValuePair<long, long>> bins)
    {
        var distribution = new ChangeDistribution { Width = width };
        foreach (var (amount, weight) in bins)
            distribution.Add(amount, weight);
        return distribution;
    }

    private void Widen(long width)
    {
        var old = Bins.ToList();
        _weights.Clear();
        Width = width;
        foreach (var (amount, weight) in old)
            _weights[FloorDivide(amount, width)] = checked(_weights.GetValueOrDefault(FloorDivide(amount, width)) + weight);
    }

    private static long FloorDivide(long amount, long width) => amount >= 0 ? amount / width : -((-amount + width - 1) / width);
}
