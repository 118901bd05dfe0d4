using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What is said of a population as a whole.</summary>
public sealed record PopulationHeader
{
    /// <summary>The day for which its facts were stated; null where nobody said.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether no family of it is real. Then every output says so.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public Bilingual Label { get; init; } = Bilingual.Empty;

    /// <summary>Where its margins come from; empty for real families.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many families of the place one family (of weight 1) stands for, as an exact ratio.</summary>
    public SampleScale Scale { get; init; } = SampleScale.One;
}

/// <summary>An exact ratio: a sample of one in ten has the scale 10 / 1.</summary>
/// <param name="Numerator">Positive.</param>
/// <param name="Denominator">Positive.</param>
public readonly record struct SampleScale(long Numerator, long Denominator)
{
    /// <summary>Every family stands for itself.</summary>
    public static readonly SampleScale One = new(1, 1);

    /// <summary>The amount scaled and divided, rounded once, a half away from zero.</summary>
    /// <param name="sum">The sum over the sample.</param>
    /// <param name="divisor">What the sum is counted in, e.g. 12 for twelfths.</param>
    /// <exception cref="OverflowException">The result does not fit into 64 bits.</exception>
    public long Apply(Int128 sum, long divisor = 1)
    {
        var (quotient, remainder) = Int128.DivRem(checked(sum * Numerator), (Int128)Denominator * divisor);
        if (Int128.Abs(remainder) * 2 >= (Int128)Denominator * divisor)
            quotient += Int128.IsNegative(remainder) ? -1 : 1;
        return checked((long)quotient);
    }
}
