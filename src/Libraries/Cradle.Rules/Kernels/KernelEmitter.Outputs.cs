using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <content>What is done with the answers: counted and summed in locals, or written row by row.</content>
internal sealed partial class KernelEmitter
{
    public (LocalBuilder Count, LocalBuilder? Sum) DeclareCount(CountOutput output)
    {
        var count = il.DeclareLocal(lanes.Narrow);
        Constant(0, wide: false);
        il.Emit(OpCodes.Stloc, count);
        if (output.Value is not { } value)
            return (count, null);
        var sum = il.DeclareLocal(Whole(IsSumWide(output)));
        Constant(0, IsSumWide(output));
        il.Emit(OpCodes.Stloc, sum);
        return (count, sum);
    }

    public void CountUp(CountOutput output, LocalBuilder count, LocalBuilder? sum)
    {
        var active = output.Table == PopulationTable.Children ? _scope.Row(RowVariable.Child).Active : _active;
        var where = il.DeclareLocal(lanes.Bit);
        Load(output.Where);
        il.Emit(OpCodes.Ldloc, active);
        Call("And", lanes.Bit, lanes.Bit);
        il.Emit(OpCodes.Stloc, where);
        il.Emit(OpCodes.Ldloc, count);
        il.Emit(OpCodes.Ldloc, where);
        Call("CountUp", lanes.Narrow, lanes.Bit);
        il.Emit(OpCodes.Stloc, count);
        if (sum is null)
            return;
        var (wide, type) = (IsSumWide(output), Whole(IsSumWide(output)));
        il.Emit(OpCodes.Ldloc, sum);
        il.Emit(OpCodes.Ldloc, where);
        LoadAs(output.Value!, wide);
        Constant(0, wide);
        Call("Select", lanes.Bit, type, type);
        Call("Add", type, type);
        il.Emit(OpCodes.Stloc, sum);
    }

    public void FinishCount(CountOutput output, LocalBuilder count, LocalBuilder? sum)
    {
        AddTo(output.Index, count);
        if (sum is not null)
            AddTo(output.Index + 1, sum);
    }

    public void Store(ColumnOutput output)
    {
        Address(new OutputSlot(output.Key, output.What));
        var ofChild = output.Table == PopulationTable.Children;
        var type = Whole(output.What == Written.Value);
        if (ofChild)
        {
            var (rows, active) = _scope.Row(RowVariable.Child);
            il.Emit(OpCodes.Ldloc, rows);
            il.Emit(OpCodes.Ldloc, active);
        }
        else
        {
            il.Emit(OpCodes.Ldloc, _family);
        }

        LoadAs(output.Value, output.What == Written.Value);
        var name = (ofChild ? "Scatter" : "Store") + output.What switch { Written.Status => "Byte", Written.Rule => "Short", _ => "Long" };
        if (ofChild)
            Call(name, typeof(nint), lanes.Narrow, lanes.Bit, type);
        else
            Call(name, typeof(nint), typeof(nint), type);
    }

    private void AddTo(int index, LocalBuilder local)
    {
        Address(new SumsSlot());
        il.Emit(OpCodes.Ldc_I4, index);
        il.Emit(OpCodes.Ldloc, local);
        Call("AddTo", typeof(nint), typeof(int), local.LocalType);
    }

    /// <summary>Whether a block's sum may leave 32 bits in one lane.</summary>
    private bool IsSumWide(CountOutput output)
    {
        var rows = (Int128)KernelProgram.BlockFamilies / lanes.Count * (output.Table == PopulationTable.Children ? ItemRanges.Longest : 1);
        return output.Value!.High * rows > int.MaxValue || output.Value.Low * rows < int.MinValue;
    }
}
