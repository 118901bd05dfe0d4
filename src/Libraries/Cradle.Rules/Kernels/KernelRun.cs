using System.Runtime.CompilerServices;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>A block of families and their children, by rows.</summary>
/// <param name="First">The first family.</param>
/// <param name="End">One more than the last.</param>
/// <param name="FirstChild">The first child.</param>
/// <param name="EndChild">One more than the last.</param>
/// <param name="StartChild">Where the loop over children starts: at the first child, or up to seven rows before, so that eight at a time fill whole bytes.</param>
internal readonly record struct Block(int First, int End, int FirstChild, int EndChild, int StartChild);

/// <summary>One kernel in the hands of one worker: its addresses, masks, counts and sums.</summary>
internal sealed class KernelRun
{
    private readonly nint[] _addresses;
    private readonly long[] _blockSums;
    private readonly KernelMasks _masks;
    private readonly Int128[] _sums;
    private readonly long[] _counts;

    public KernelRun(Kernel kernel, KernelBinding binding)
    {
        (Kernel, _masks, _sums, _counts) = (kernel, new KernelMasks(kernel), new Int128[kernel.Sums], new long[kernel.Masks.Count]);
        _blockSums = GC.AllocateArray<long>(kernel.Sums + 1, pinned: true);
        _addresses = GC.AllocateArray<nint>(kernel.Layout.Slots.Count + 1, pinned: true);
        lock (binding)
            foreach (var (index, slot) in kernel.Layout.Slots.Index())
                _addresses[index] = binding[slot];
    }

    public Kernel Kernel { get; }

    public ReadOnlySpan<Int128> Sums => _sums;

    /// <summary>The rows in each mask so far.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Runs the code over a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(in Block block, KernelScratch scratch, int lanes)
    {
        Array.Clear(_blockSums);
        if (lanes == 1)
            _masks.Clear();
        foreach (var (index, slot) in Kernel.Layout.Written)
            _addresses[index] = slot switch
            {
                SumsSlot => KernelBinding.AddressOf(_blockSums),
                MasksSlot masks => _masks.AddressOf(masks.Table, masks.Table == PopulationTable.Children ? block.FirstChild : block.First),
                _ => scratch.AddressOf(slot),
            };
        Kernel.Code(KernelBinding.AddressOf(_addresses), block.First, block.End, block.FirstChild, block.EndChild, block.StartChild);
        for (var index = 0; index < _sums.Length; index++)
            _sums[index] += _blockSums[index];
    }

    /// <summary>Counts the masks of the block, and keeps those of answers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(in Block block, KernelAnswers answers, int number)
    {
        for (var index = 0; index < _counts.Length; index++)
        {
            var mask = Kernel.Masks[index];
            var (first, end) = mask.Table == PopulationTable.Children ? (block.FirstChild, block.EndChild) : (block.First, block.End);
            _counts[index] += _masks.Take(mask, first, end, answers[number, index]);
        }
    }
}
