using System.Numerics;

namespace Cradle.Demography.Uncertainty;

/// <summary>
/// Standard normal deviates that depend on a seed and the number of a stream alone, so that trajectory 17 is the same whichever core
/// computes it and on every version of the platform. Uniform numbers by xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64;
/// normal ones by Marsaglia's polar method.
/// </summary>
public struct NormalStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spare;
    private bool hasSpare;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="stream">The number of the stream within the run.</param>
    public NormalStream(long seed, int stream)
    {
        var state = (ulong)seed * 0x9E3779B97F4A7C15 + (ulong)(uint)stream * 0xD1B54A32D192ED03;
        s0 = Split(ref state);
        s1 = Split(ref state);
        s2 = Split(ref state);
        s3 = Split(ref state);
    }

    /// <summary>The next uniform number in [0, 1).</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next standard normal deviate.</summary>
    public double Next()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        double x, y, square;
        do
        {
            x = 2 * NextUniform() - 1;
            y = 2 * NextUniform() - 1;
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(square) / square);
        (spare, hasSpare) = (y * scale, true);
        return x * scale;
    }

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
