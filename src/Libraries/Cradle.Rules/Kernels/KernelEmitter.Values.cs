using System.Reflection.Emit;
using Cradle.Rules.Binding;
using Cradle.Rules.Lowering;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <content>Values: each operation as a call of its primitive, in 32 bits wherever its range allows.</content>
internal sealed partial class KernelEmitter
{
    private static bool IsWide(Op op) => op.Low < int.MinValue || op.High > int.MaxValue;

    private Type TypeOf(Op op) => op.IsBit ? lanes.Bit : Whole(IsWide(op));

    private Type Whole(bool wide) => wide ? lanes.Wide : lanes.Narrow;

    /// <summary>Computes an operation now and keeps it for this loop body and the loops in it.</summary>
    private void Keep(Op op)
    {
        if (op.IsFixed || _scope.Find(op) is not null)
            return;
        if (IsFold(op))
        {
            EmitPass(op.Loop, [op]);
            return;
        }

        Compute(op);
        var local = il.DeclareLocal(TypeOf(op));
        il.Emit(OpCodes.Stloc, local);
        _scope.Keep(op, local);
    }

    /// <summary>Puts the value of an operation on the stack.</summary>
    private void Load(Op op)
    {
        if (op.IsConstant)
        {
            if (op.IsBit)
                Bit(op.IsTrue);
            else
                Constant(op.Constant, IsWide(op));
            return;
        }

        if (op.IsOfDay)
        {
            Figure(op);
            return;
        }

        if (_scope.Find(op) is null)
        {
            if (_uses[op] == 1 && !IsFold(op))
            {
                Compute(op);
                return;
            }

            Keep(op);
        }

        il.Emit(OpCodes.Ldloc, _scope.Find(op)!);
    }

    private void LoadAs(Op op, bool wide)
    {
        if (op.Kind == OpKind.Constant)
        {
            Constant(op.Constant, wide);
            return;
        }

        Load(op);
        Fit(IsWide(op), wide);
    }

    private void Fit(bool isWide, bool wide)
    {
        if (wide && !isWide)
            Call("Widen", lanes.Narrow);
        else if (!wide && isWide)
            Call("Narrow", lanes.Wide);
    }

    private void Bit(bool value)
    {
        il.Emit(value ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        Call("BitOf", typeof(bool));
    }

    private void Constant(long value, bool wide)
    {
        if (wide)
            il.Emit(OpCodes.Ldc_I8, value);
        else
            il.Emit(OpCodes.Ldc_I4, (int)value);
        Call(wide ? "WideOf" : "NarrowOf", wide ? typeof(long) : typeof(int));
    }

    /// <summary>What hangs on the day alone stands itself in the table of addresses.</summary>
    private void Figure(Op op)
    {
        Address(new FigureSlot(op));
        if (!op.IsBit && IsWide(op))
        {
            il.Emit(OpCodes.Conv_I8);
            Call("WideOf", typeof(long));
            return;
        }

        il.Emit(OpCodes.Conv_I4);
        Call(op.IsBit ? "BitOf" : "NarrowOf", op.IsBit ? typeof(bool) : typeof(int));
    }

    /// <summary>¬(¬a ∧ ¬b), of which nothing else needs a part.</summary>
    private bool IsOr(Op op) => op.First.Kind == OpKind.And && IsOwn(op.First) && op.First.Operands.All(operand => operand.Kind == OpKind.Not && IsOwn(operand));

    private bool IsOwn(Op op) => _uses[op] == 1 && _scope.Find(op) is null && !_imported.Contains(op);

    private bool IsFold(Op op) => op.About is Loop && !_imported.Contains(op);

    private void Compute(Op op)
    {
        if (_imported.Contains(op))
        {
            Import(op);
            return;
        }

        switch (op.Kind)
        {
            case OpKind.Not when IsOr(op):
                Load(op.First.First.First);
                Load(op.First.Second.First);
                Call("Or", lanes.Bit, lanes.Bit);
                break;
            case OpKind.Not:
                Load(op.First);
                Call("Not", lanes.Bit);
                break;
            case OpKind.And:
                Load(op.First);
                Load(op.Second);
                Call("And", lanes.Bit, lanes.Bit);
                break;
            case OpKind.Equal:
                Apply("Equal", op.Operands, IsWide(op.First) || IsWide(op.Second));
                break;
            case OpKind.Less:
                Apply("Greater", [op.Second, op.First], IsWide(op.First) || IsWide(op.Second));
                break;
            case OpKind.HasBit:
                Load(op.First);
                il.Emit(OpCodes.Ldc_I4, (int)op.Constant);
                Call("HasBit", TypeOf(op.First), typeof(int));
                break;
            case OpKind.Known:
                Read(new KnownSlot(op.Column.Table, op.Column.Fact), op.Column.Row, "Known");
                break;
            case OpKind.ListKnown:
                Read(new ListKnownSlot(op.Table), RowVariable.Family, "Known");
                break;
            case OpKind.Column when op.Column.Fact.Type.Kind == ValueKind.Division:
                LookUpPlace(op.Column, null, IsWide(op));
                break;
            case OpKind.Column:
                Read(new ValuesSlot(op.Column.Table, op.Column.Fact), op.Column.Row, FactColumn.WidthOf(op.Column.Fact).ToString());
                break;
            case OpKind.Place:
                LookUpPlace(op.First.Column, op.Place, IsWide(op));
                break;
            case OpKind.RowNumber when op.Row == _base:
                il.Emit(OpCodes.Ldloc, _row);
                Call("RowsFrom", typeof(nint));
                break;
            case OpKind.RowNumber:
                il.Emit(OpCodes.Ldloc, _scope.Row(op.Row).Rows);
                break;
            case OpKind.Select when op.Operands[2] is { Kind: OpKind.Constant, Constant: 0 }:
                Load(op.First);
                LoadAs(op.Second, IsWide(op));
                Call("Where", lanes.Bit, TypeOf(op));
                break;
            case OpKind.Select:
                LoadAs(op.Operands[2], IsWide(op));
                LoadAs(op.Second, IsWide(op));
                Load(op.First);
                Call("Blend", TypeOf(op), TypeOf(op), lanes.Bit);
                break;
            case OpKind.Calendar or OpKind.Divide:
                ComputeSlow(op);
                break;
            default:
                var wide = IsWide(op) || IsWide(op.First) || IsWide(op.Second);
                Apply(op.Kind.ToString(), op.Operands, wide);
                Fit(wide, IsWide(op));
                break;
        }
    }

    private void Apply(string name, Op[] operands, bool wide)
    {
        foreach (var operand in operands)
            LoadAs(operand, wide);
        Call(name, Whole(wide), Whole(wide));
    }

    private void ComputeSlow(Op op)
    {
        if (TableOf(op) is { } table)
        {
            Address(new FunctionSlot(table));
            LoadAs(table.Variable, wide: false);
            Call(IsWide(op) ? "GatherLong" : "GatherInt", typeof(nint), lanes.Narrow);
            return;
        }

        var calendar = op.Kind == OpKind.Calendar;
        var wide = !calendar && (IsWide(op.First) || IsWide(op.Second));
        LoadAs(op.First, wide);
        if (op.Operands.Length > 1)
            LoadAs(op.Second, wide);
        else
            Constant(0, wide);
        il.Emit(OpCodes.Ldc_I4, calendar ? (int)op.Function : (int)op.Rounding);
        Call(op.Kind.ToString(), Whole(wide), Whole(wide), typeof(int));
        Fit(wide, IsWide(op));
    }

    private void LookUpPlace(ColumnReference column, PlaceFunction? place, bool wide)
    {
        Address(new PlaceSlot(column.Table, column.Fact, place));
        if (_scope.Find(column) is { } index)
        {
            il.Emit(OpCodes.Ldloc, index);
        }
        else
        {
            Read(new ValuesSlot(column.Table, column.Fact), column.Row, nameof(ColumnWidth.Short));
            var local = il.DeclareLocal(lanes.Narrow);
            il.Emit(OpCodes.Stloc, local);
            _scope.Keep(column, local);
            il.Emit(OpCodes.Ldloc, local);
        }

        Call(wide ? "GatherLong" : "GatherInt", typeof(nint), lanes.Narrow);
    }

    private void Read(Slot slot, RowVariable row, string width)
    {
        Address(slot);
        if (row == _base)
        {
            il.Emit(OpCodes.Ldloc, _row);
            Call($"Load{width}", typeof(nint), typeof(nint));
        }
        else
        {
            il.Emit(OpCodes.Ldloc, _scope.Row(row).Rows);
            Call($"Gather{width}", typeof(nint), lanes.Narrow);
        }
    }
}
