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

    public void CountUp(LocalBuilder count, Op where, PopulationTable table)
    {
        il.Emit(OpCodes.Ldloc, count);
        LoadActive(where);
        Call("CountUp", lanes.Narrow, lanes.Bit);
        il.Emit(OpCodes.Stloc, count);
    }

    public void SumUp(LocalBuilder sum, Op? where, Op value, PopulationTable table)
    {
        var wide = IsSumWide(table, value);
        il.Emit(OpCodes.Ldloc, sum);
        LoadActive(where);
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

    /// <summary>A bit where there is a row at all: the last step of a loop may reach past the end.</summary>
    private void LoadActive(Op? where)
    {
        il.Emit(OpCodes.Ldloc, _active);
        if (where is null || where.IsTrue)
            return;
        Load(where);
        Call("And", lanes.Bit, lanes.Bit);
    }

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
