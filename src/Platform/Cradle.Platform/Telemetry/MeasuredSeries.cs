namespace Cradle.Platform.Telemetry;

/// <summary>What one instrument measured under the same tags.</summary>
/// <param name="instrument">The instrument's name.</param>
/// <param name="tags">The values of its tags, in the order of the instrument.</param>
public sealed class MeasuredSeries(string instrument, IReadOnlyList<string> tags)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[Bounds.Count + 1];
    private long count;
    private double sum;

    /// <summary>Upper bounds of the buckets in seconds: from a thousandth on, each twice the one before.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [.. Enumerable.Range(0, 16).Select(power => TimeSpan.FromMilliseconds(1 << power).TotalSeconds)];

    public string Instrument => instrument;

    public IReadOnlyList<string> Tags => tags;

    /// <summary>How many measurements, or for a counter what they add up to.</summary>
    public long Count
    {
        get
        {
            lock (gate)
            {
                return count;
            }
        }
    }

    /// <summary>The mean of a histogram.</summary>
    public TimeSpan Mean
    {
        get
        {
            lock (gate)
            {
                return count == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(sum / count);
            }
        }
    }

    /// <summary>The bound below which this share of a histogram lies; null where it lies above every bound.</summary>
    public TimeSpan? Within(double share)
    {
        lock (gate)
        {
            var left = (long)Math.Ceiling(count * share);
            for (var bucket = 0; bucket < Bounds.Count; bucket++)
            {
                left -= buckets[bucket];
                if (left <= 0)
                {
                    return TimeSpan.FromSeconds(Bounds[bucket]);
                }
            }

            return null;
        }
    }

    internal void Add(long more)
    {
        lock (gate)
        {
            count += more;
        }
    }

    internal void Record(double seconds)
    {
        var bucket = 0;
        while (bucket < Bounds.Count && seconds > Bounds[bucket])
        {
            bucket++;
        }

        lock (gate)
        {
            (count, sum) = (count + 1, sum + seconds);
            buckets[bucket]++;
        }
    }
}
