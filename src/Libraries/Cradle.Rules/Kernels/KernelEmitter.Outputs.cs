using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <content>What is done with the answers: counted and summed in locals, or written row by row.</content>
internal sealed partial class KernelEmitter
{
    public LocalBuilder DeclareSum(bool wide)
    {
        var sum = il.DeclareLocal(Whole(wide));
        Constant(0, wide);
        il.Emit(OpCodes.Stloc, sum);
        return sum;
    }

    /// <summary>Rows outside the block, in its first and last step, are written too: whoever reads a mask cuts them off.</summary>
    public void StoreMask(Op bit, int offset)
    {
        il.Emit(OpCodes.Ldloc, _masks);
        il.Emit(OpCodes.Ldc_I4, offset);
        il.Emit(OpCodes.Add);
        Load(bit);
        if (lanes.Count == 1)
        {
            il.Emit(OpCodes.Ldloc, _row);
            Call("SetMask", typeof(nint), lanes.Bit, typeof(nint));
        }
        else
        {
            Call("StoreMask", typeof(nint), lanes.Bit);
        }
    }

    public void SumUp(LocalBuilder sum, Op value, PopulationTable table)
    {
        var wide = IsSumWide(table, value);
        il.Emit(OpCodes.Ldloc, sum);
        il.Emit(OpCodes.Ldloc, _active);
        LoadAs(value, wide);
        Call("Where", lanes.Bit, Whole(wide));
        Call("Add", Whole(wide), Whole(wide));
        il.Emit(OpCodes.Stloc, sum);
    }

    public void FinishSum(LocalBuilder sum, int index)
    {
        Address(new SumsSlot());
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Ldloc, sum);
        Call("AddTo", typeof(nint), typeof(int), sum.LocalType);
    }

    public void Store(OutputSlot slot, Op value)
    {
        var wide = slot.What == Written.Value;
        Address(slot);
        il.Emit(OpCodes.Ldloc, _row);
        LoadAs(value, wide);
        Call(slot.What switch { Written.Status => "StoreByte", Written.Rule => "StoreShort", _ => "StoreLong" }, typeof(nint), typeof(nint), Whole(wide));
    }

    /// <summary>Whether a block's sum may leave 32 bits in one lane.</summary>
    public bool IsSumWide(PopulationTable table, Op value)
    {
        var rows = (Int128)KernelProgram.BlockFamilies / lanes.Count * (table == PopulationTable.Children ? ItemRanges.Longest : 1);
        return value.High * rows > int.MaxValue || value.Low * rows < int.MinValue;
    }

    /// <summary>Finds the byte of the first mask that holds the rows of this step; the other masks of the table follow at fixed distances.</summary>
    private void FindMasks(PopulationTable table)
    {
        Address(new MasksSlot(table));
        il.Emit(OpCodes.Ldloc, _row);
        il.Emit(OpCodes.Ldc_I4, BitsOfByte);
        il.Emit(OpCodes.Shr);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _masks);
    }

    private const int BitsOfByte = 3;   // as a shift

    /// <summary>Keeps what the loop over children needs of their family.</summary>
    private void Export(Op op)
    {
        Address(new ExportSlot(op));
        il.Emit(OpCodes.Ldloc, _row);
        Load(op);
        if (op.IsBit)
            Call("AsNarrow", lanes.Bit);
        Call(IsWide(op) ? "StoreLong" : "StoreInt", typeof(nint), typeof(nint), Whole(IsWide(op)));
    }

    private void Import(Op op)
    {
        Address(new ExportSlot(op));
        il.Emit(OpCodes.Ldloc, _families);
        Call(IsWide(op) ? "GatherLong" : "GatherInt", typeof(nint), lanes.Narrow);
        if (op.IsBit)
            Call("AsBit", lanes.Narrow);
    }
}
