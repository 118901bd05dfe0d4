using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>
/// Who moves from which division to which: the share of those alive at the end of a year, by age then. What leaves one division arrives
/// in another, so that moves neither make nor lose anybody.
/// </summary>
public sealed class MoveTable
{
    private readonly List<(int From, int To, BySex<AgeTable> Shares)> streams = [];

    /// <summary>The streams: the indexes of the divisions and the shares by sex, year and age.</summary>
    public IReadOnlyList<(int From, int To, BySex<AgeTable> Shares)> Streams => streams;

    /// <summary>Adds one stream.</summary>
    /// <param name="from">Index of the division that people leave.</param>
    /// <param name="to">Index of the division that they reach.</param>
    /// <param name="shares">The share that moves, by sex, year and age; between 0 and 1.</param>
    /// <exception cref="ArgumentException">The two are the same.</exception>
    public void Add(int from, int to, BySex<AgeTable> shares)
    {
        if (from == to)
            throw new ArgumentException("Those who stay are not a stream.", nameof(to));
        streams.Add((from, to, shares));
    }

    /// <summary>The share of a division's people of one year, sex and age that leaves it for all others together.</summary>
    /// <param name="from">Index of the division.</param>
    /// <param name="year">The year.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="age">The age.</param>
    public double Leaving(int from, int year, Sex sex, int age) =>
        streams.Where(stream => stream.From == from).Sum(stream => stream.Shares[sex][year][age]);
}
