using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Populations;

/// <summary>Counts and exact sums of answers by status.</summary>
public sealed class Tally
{
    private readonly long[] _counts = new long[BatchStatus.Count];
    private readonly Int128[] _sums = new Int128[BatchStatus.Count];

    /// <summary>How many answers have a status; null counts instances that no rule speaks of.</summary>
    public long Count(OutcomeStatus? status) => _counts[BatchStatus.Of(status)];

    /// <summary>The sum of the values that answers of a status name, in the unit of the quantity (fen, days …).</summary>
    public Int128 Sum(OutcomeStatus status) => _sums[BatchStatus.Of(status)];

    /// <summary>How many give each of the four answers.</summary>
    public long Count(FourAnswers answer) => answer switch
    {
        FourAnswers.No => Count(OutcomeStatus.NotEntitled) + Count((OutcomeStatus?)null),
        FourAnswers.Unknown => Count(OutcomeStatus.Unknown),
        FourAnswers.Conflict => Count(OutcomeStatus.Conflict),
        _ => _counts.Sum() - Count(FourAnswers.No) - Count(FourAnswers.Unknown) - Count(FourAnswers.Conflict),
    };

    /// <summary>Adds answers of one status.</summary>
    public void Add(byte status, long count, Int128 sum)
    {
        _counts[status] += count;
        _sums[status] = checked(_sums[status] + sum);
    }

    /// <summary>Adds everything of another tally.</summary>
    public void Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (byte status = 0; status < BatchStatus.Count; status++)
            Add(status, other._counts[status], other._sums[status]);
    }

    /// <summary>Whether both count the same.</summary>
    public bool SameAs(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _counts.AsSpan().SequenceEqual(other._counts) && _sums.AsSpan().SequenceEqual(other._sums);
    }
}
