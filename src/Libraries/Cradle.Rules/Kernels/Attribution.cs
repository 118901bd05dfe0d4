using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Rows of a table: those of a mask, or all others; without a mask all, or none.</summary>
/// <param name="Mask">The number of the mask in its kernel.</param>
/// <param name="IsInverted">Whether it is the rows outside the mask.</param>
internal readonly record struct RowsOf(int? Mask, bool IsInverted)
{
    public static RowsOf All { get; } = new(null, true);

    /// <summary>How many rows those are.</summary>
    /// <param name="counts">How many rows lie in each mask.</param>
    /// <param name="rows">Rows of the table.</param>
    public long Count(ReadOnlySpan<long> counts, long rows)
    {
        var inside = Mask is { } mask ? counts[mask] : 0;
        return IsInverted ? rows - inside : inside;
    }
}

/// <summary>A part of a sum: a sum of the kernel, or the number of some rows, times a factor.</summary>
internal readonly record struct SumTerm(Int128 Factor, int? Sum, RowsOf Rows)
{
    public Int128 Of(ReadOnlySpan<Int128> sums, ReadOnlySpan<long> counts, long rows) => Factor * (Sum is { } sum ? sums[sum] : Rows.Count(counts, rows));
}

/// <summary>Which rows belong to a status and rule of a column of answers, and what their values add up to.</summary>
/// <param name="Key">The column.</param>
/// <param name="Status">The status byte.</param>
/// <param name="Rule">The winning rule; 0 for none.</param>
/// <param name="Rows">The rows; null where they are what the others leave of all rows.</param>
/// <param name="Sum">The parts of the sum; none where there is nothing to sum.</param>
internal sealed record Attribution(OutcomeKey Key, byte Status, int Rule, RowsOf? Rows, IReadOnlyList<SumTerm> Sum);
