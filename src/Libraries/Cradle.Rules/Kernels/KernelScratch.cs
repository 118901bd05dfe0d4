using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// Where kernels write the rows of a block. Statuses are bytes until they are packed; rules go straight to where they are kept, and so do values if they are.
/// Addresses are those at which row 0 of the population would stand, as kernels number rows from there.
/// </summary>
internal sealed class KernelScratch(int keys, IReadOnlyList<OutcomeColumn> columns, bool needsFamilies)
{
    private const int Slack = 64;
    private readonly byte[][] _status = [.. Enumerable.Repeat<byte[]>([], keys)];
    private readonly long[][] _values = [.. Enumerable.Repeat<long[]>([], keys)];
    private readonly Dictionary<Op, long[]> _exports = [];
    private int[] _families = [];
    private int _first;
    private int _end;
    private int _firstChild;
    private int _children;

    /// <summary>Turns to another block.</summary>
    public void Begin(ReadOnlySpan<int> offsets, int first, int end)
    {
        (_first, _end, _firstChild, _children) = (first, end, offsets[first], offsets[end] - offsets[first]);
        if (_families.Length < _children + Slack)
            _families = GC.AllocateArray<int>((_children + Slack) * 2, pinned: true);
        if (!needsFamilies)
            return;
        for (var family = first; family < end; family++)
            _families.AsSpan(offsets[family] - _firstChild, offsets[family + 1] - offsets[family]).Fill(family);
        _families.AsSpan(_children, Slack).Fill(first);   // read past the last child, and thrown away
    }

    /// <summary>The address of a slot that kernels write, or read again.</summary>
    public nint AddressOf(Slot slot) => slot switch
    {
        OutputSlot { What: Written.Rule } output => KernelBinding.AddressOf(columns[output.Key.Index].RuleData!),
        OutputSlot { What: Written.Status } output => KernelBinding.AddressOf(Sized(ref _status[output.Key.Index], Rows(output.Key))) - First(output.Key),
        OutputSlot output when Kept(output.Key) is { } kept => KernelBinding.AddressOf(kept),
        OutputSlot output => KernelBinding.AddressOf(Sized(ref _values[output.Key.Index], Rows(output.Key))) - (nint)First(output.Key) * sizeof(long),
        ExportSlot export => KernelBinding.AddressOf(Sized(ref CollectionsMarshal.GetValueRefOrAddDefault(_exports, export.Value, out _), KernelProgram.BlockFamilies)) - (nint)_first * (IsWide(export.Value) ? sizeof(long) : sizeof(int)),
        _ => KernelBinding.AddressOf(_families) - (nint)_firstChild * sizeof(int),
    };

    /// <summary>The status bytes of the block.</summary>
    public ReadOnlySpan<byte> Status(OutcomeKey key, int rows) => _status[key.Index].AsSpan(0, rows);

    /// <summary>The values of the block; empty for a quantity without values.</summary>
    public ReadOnlySpan<long> Values(OutcomeKey key, int row, int rows) =>
        Kept(key) is { } kept ? kept.AsSpan(row, rows) : _values[key.Index] is { Length: > 0 } values ? values.AsSpan(0, rows) : [];

    private long[]? Kept(OutcomeKey key) => columns.Count > 0 ? columns[key.Index].ValueData : null;

    private int First(OutcomeKey key) => key.Rows == PopulationTable.Children ? _firstChild : _first;

    private int Rows(OutcomeKey key) => key.Rows == PopulationTable.Children ? _children : _end - _first;

    private static bool IsWide(Op op) => op.Low < int.MinValue || op.High > int.MaxValue;

    private static T[] Sized<T>([NotNull] ref T[]? array, int rows) =>
        array is null || array.Length < rows + Slack ? array = GC.AllocateArray<T>((rows + Slack) * 2, pinned: true) : array;
}
