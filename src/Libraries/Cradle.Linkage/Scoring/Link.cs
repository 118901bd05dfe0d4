namespace Cradle.Linkage.Scoring;

/// <summary>Two records that may be one person.</summary>
/// <param name="A">Number of the first record, the smaller.</param>
/// <param name="B">Number of the second.</param>
/// <param name="Weight">Logarithm to base 2 of the odds that they are one person.</param>
public readonly record struct Link(int A, int B, float Weight)
{
    /// <summary>The probability that they are one person.</summary>
    public double Probability => PairWeights.Probability(Weight);
}
