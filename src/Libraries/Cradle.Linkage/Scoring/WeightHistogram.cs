namespace Cradle.Linkage.Scoring;

/// <summary>How many compared pairs have which weight; from it follow expected precision and recall at any threshold.</summary>
public sealed class WeightHistogram
{
    private const int Lowest = -30;
    private const int Highest = 60;
    private const int PerUnit = 4;

    private readonly long[] pairs = new long[(Highest - Lowest) * PerUnit];
    private readonly double[] matches = new double[(Highest - Lowest) * PerUnit];

    /// <summary>Compared pairs, those excluded by identity numbers not counted.</summary>
    public long Pairs => pairs.Sum();

    /// <summary>Expected matches among the compared pairs: the sum of their probabilities.</summary>
    public double ExpectedMatches => matches.Sum();

    /// <summary>The bins from the lowest weight, a quarter wide: where each begins, its pairs and its expected matches.</summary>
    public IEnumerable<(double From, long Pairs, double Matches)> Bins => pairs.Select((count, bin) => (Lowest + (double)bin / PerUnit, count, matches[bin]));

    /// <summary>
    /// What to expect of linking every pair from a weight up: expected matches among the linked pairs, over the linked pairs
    /// (precision) and over the expected matches of all compared pairs (recall; matches that no pass brings together are not in it).
    /// </summary>
    /// <param name="weight">The threshold.</param>
    public Expectation At(double weight)
    {
        var from = Bin(weight);
        double linked = pairs.AsSpan(from).ToArray().Sum();
        var found = matches.AsSpan(from).ToArray().Sum();
        return new Expectation(weight, linked == 0 ? 1 : found / linked, ExpectedMatches == 0 ? 1 : found / ExpectedMatches, (long)linked);
    }

    /// <summary>The threshold with the greatest expected F1, between even odds and 1 in 5 on either side.</summary>
    public Expectation Best() => Enumerable.Range(-2 * PerUnit, 4 * PerUnit + 1).Select(step => At((double)step / PerUnit)).MaxBy(expectation => expectation.F1);

    internal void Add(double weight)
    {
        var bin = Bin(weight);
        pairs[bin]++;
        matches[bin] += PairWeights.Probability(weight);
    }

    internal void Add(WeightHistogram other)
    {
        for (var bin = 0; bin < pairs.Length; bin++)
        {
            pairs[bin] += other.pairs[bin];
            matches[bin] += other.matches[bin];
        }
    }

    internal void Write(BinaryWriter writer)
    {
        for (var bin = 0; bin < pairs.Length; bin++)
        {
            writer.Write(pairs[bin]);
            writer.Write(matches[bin]);
        }
    }

    internal static WeightHistogram Read(BinaryReader reader)
    {
        var histogram = new WeightHistogram();
        for (var bin = 0; bin < histogram.pairs.Length; bin++)
        {
            histogram.pairs[bin] = reader.ReadInt64();
            histogram.matches[bin] = reader.ReadDouble();
        }

        return histogram;
    }

    private static int Bin(double weight) => (int)((Math.Clamp(weight, Lowest, Highest - 1.0 / PerUnit) - Lowest) * PerUnit);
}

/// <summary>What to expect of a threshold.</summary>
/// <param name="Weight">The threshold.</param>
/// <param name="Precision">Expected share of matches among the linked pairs.</param>
/// <param name="Recall">Expected share of the compared matches that is linked.</param>
/// <param name="Pairs">Pairs linked.</param>
public readonly record struct Expectation(double Weight, double Precision, double Recall, long Pairs)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
