using System.Numerics;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Where a kernel writes the masks of a block: those of families side by side, and those of children.</summary>
internal sealed class KernelMasks(Kernel kernel)
{
    private const int BitsPerByte = 8;
    private const int BytesPerWord = sizeof(ulong);
    private readonly ulong[] _families = Buffer(kernel, PopulationTable.Family);
    private readonly ulong[] _children = Buffer(kernel, PopulationTable.Children);

    /// <summary>Bytes from one mask of a table to the next. A block of families begins at a word, one of their children anywhere in a word.</summary>
    public static int Stride(PopulationTable table) => table == PopulationTable.Children
        ? (KernelProgram.BlockFamilies * ItemRanges.Longest / RowMask.BitsPerWord + 2) * BytesPerWord
        : KernelProgram.BlockFamilies / BitsPerByte;

    /// <summary>The address at which the first byte of the first mask of the whole table would stand.</summary>
    public nint AddressOf(PopulationTable table, int first) => KernelBinding.AddressOf(Of(table)) - (nint)(first / RowMask.BitsPerWord * BytesPerWord);

    /// <summary>Sets all bits to zero, for kernels that set them one by one.</summary>
    public void Clear()
    {
        Array.Clear(_families);
        Array.Clear(_children);
    }

    /// <summary>Counts the bits of a mask in a range of rows, and copies them to where they are kept.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="first">The first row of the range.</param>
    /// <param name="end">One more than the last.</param>
    /// <param name="kept">Where the bits of all rows are kept; null where they are not. Words at the ends of a range of children are shared with neighbouring ranges.</param>
    public int Take(MaskOutput mask, int first, int end, ulong[]? kept)
    {
        if (first == end)
            return 0;
        var (from, until) = (first / RowMask.BitsPerWord, (end - 1) / RowMask.BitsPerWord);
        var words = Of(mask.Table).AsSpan(Stride(mask.Table) / BytesPerWord * mask.Place, until - from + 1);
        words[0] &= ulong.MaxValue << first % RowMask.BitsPerWord;
        words[^1] &= ulong.MaxValue >> RowMask.BitsPerWord - 1 - (end - 1) % RowMask.BitsPerWord;
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        if (kept is null)
            return count;
        if (mask.Table == PopulationTable.Children)
        {
            Interlocked.Or(ref kept[from], words[0]);
            Interlocked.Or(ref kept[until], words[^1]);
            if (words.Length > 2)
                words[1..^1].CopyTo(kept.AsSpan(from + 1));
        }
        else
        {
            words.CopyTo(kept.AsSpan(from));
        }

        return count;
    }

    private ulong[] Of(PopulationTable table) => table == PopulationTable.Children ? _children : _families;

    private static ulong[] Buffer(Kernel kernel, PopulationTable table) =>
        GC.AllocateArray<ulong>((kernel.Masks.Count(mask => mask.Table == table) + 1) * Stride(table) / BytesPerWord, pinned: true);
}
