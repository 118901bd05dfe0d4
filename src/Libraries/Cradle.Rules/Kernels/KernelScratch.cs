using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>
/// Where kernels write the rows of a block. Rules and values of families go straight to where they are kept. Those of children do not: eight at a time reach past the
/// ends of the block, into rows that another thread may write. Addresses are those at which row 0 of the population would stand, as kernels number rows from there.
/// </summary>
internal sealed class KernelScratch(int keys, IReadOnlyList<OutcomeColumn> columns, bool needsFamilies)
{
    private const int Slack = 64;
    private readonly byte[][] _status = [.. Enumerable.Repeat<byte[]>([], keys)];
    private readonly ushort[][] _rules = [.. Enumerable.Repeat<ushort[]>([], keys)];
    private readonly long[][] _values = [.. Enumerable.Repeat<long[]>([], keys)];
    private readonly Dictionary<Op, long[]> _exports = [];
    private int[] _families = [];
    private Block _block;

    private int Children => _block.EndChild - _block.StartChild;

    /// <summary>Turns to another block.</summary>
    public void Begin(ReadOnlySpan<int> offsets, in Block block)
    {
        _block = block;
        if (!needsFamilies)
            return;
        if (_families.Length < Children + Slack)
            _families = GC.AllocateArray<int>((Children + Slack) * 2, pinned: true);
        _families.AsSpan(0, Children + Slack).Fill(block.First);   // rows before the first child and past the last are read too, and thrown away
        for (var family = block.First; family < block.End; family++)
            _families.AsSpan(offsets[family] - block.StartChild, offsets[family + 1] - offsets[family]).Fill(family);
    }

    /// <summary>The address of a slot that kernels write, or read again.</summary>
    public nint AddressOf(Slot slot) => slot switch
    {
        OutputSlot output when GoesStraight(output.Key, output.What) => output.What == Written.Rule
            ? KernelBinding.AddressOf(columns[output.Key.Index].RuleData!) : KernelBinding.AddressOf(columns[output.Key.Index].ValueData!),
        OutputSlot { What: Written.Status } output => KernelBinding.AddressOf(Sized(ref _status[output.Key.Index], Rows(output.Key))) - Start(output.Key),
        OutputSlot { What: Written.Rule } output => KernelBinding.AddressOf(Sized(ref _rules[output.Key.Index], Rows(output.Key))) - (nint)Start(output.Key) * sizeof(ushort),
        OutputSlot output => KernelBinding.AddressOf(Sized(ref _values[output.Key.Index], Rows(output.Key))) - (nint)Start(output.Key) * sizeof(long),
        ExportSlot export => KernelBinding.AddressOf(Sized(ref CollectionsMarshal.GetValueRefOrAddDefault(_exports, export.Value, out _), KernelProgram.BlockFamilies)) - (nint)_block.First * (IsWide(export.Value) ? sizeof(long) : sizeof(int)),
        _ => KernelBinding.AddressOf(_families) - (nint)_block.StartChild * sizeof(int),
    };

    /// <summary>Copies rules or values of children to where they are kept.</summary>
    public void Keep(ColumnOutput output)
    {
        if (columns.Count == 0 || GoesStraight(output.Key, output.What))
            return;
        var (column, rows) = (columns[output.Key.Index], OwnRows(output.Key));
        if (output.What == Written.Rule)
            _rules[output.Key.Index].AsSpan(rows).CopyTo(column.RuleData.AsSpan(_block.FirstChild));
        else if (column.ValueData is not null)
            _values[output.Key.Index].AsSpan(rows).CopyTo(column.ValueData.AsSpan(_block.FirstChild));
    }

    /// <summary>The status bytes of the block.</summary>
    public ReadOnlySpan<byte> Status(OutcomeKey key) => _status[key.Index].AsSpan(OwnRows(key));

    /// <summary>The values of the block; empty for a quantity without values.</summary>
    public ReadOnlySpan<long> Values(OutcomeKey key) => key.Quantity.Header.ValueType is null ? []
        : GoesStraight(key, Written.Value) ? columns[key.Index].ValueData.AsSpan(_block.First, _block.End - _block.First)
        : _values[key.Index].AsSpan(OwnRows(key));

    private bool GoesStraight(OutcomeKey key, Written what) =>
        key.Rows == PopulationTable.Family && columns.Count > 0 && (what == Written.Rule || what == Written.Value && columns[key.Index].ValueData is not null);

    private int Start(OutcomeKey key) => key.Rows == PopulationTable.Children ? _block.StartChild : _block.First;

    private int Rows(OutcomeKey key) => key.Rows == PopulationTable.Children ? Children : _block.End - _block.First;

    private Range OwnRows(OutcomeKey key) => key.Rows == PopulationTable.Children ? (_block.FirstChild - _block.StartChild)..Children : ..(_block.End - _block.First);

    private static bool IsWide(Op op) => op.Low < int.MinValue || op.High > int.MaxValue;

    private static T[] Sized<T>([NotNull] ref T[]? array, int rows) =>
        array is null || array.Length < rows + Slack ? array = GC.AllocateArray<T>((rows + Slack) * 2, pinned: true) : array;
}
