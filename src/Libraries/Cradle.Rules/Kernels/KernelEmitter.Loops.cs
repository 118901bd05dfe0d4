using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <content>Loops over the items of a family, and what is gathered in them.</content>
internal sealed partial class KernelEmitter
{
    /// <summary>Computes the folds that can be computed here, those over one collection in one pass; folds of folds come in a later pass.</summary>
    private void EmitFolds(IReadOnlyList<Op> roots)
    {
        var (found, seen) = (new Dictionary<Op, int>(), new Dictionary<Op, int>());
        foreach (var root in roots)
            LevelOf(root, found, seen);
        foreach (var pass in found.Where(item => _scope.Find(item.Key) is null).GroupBy(item => (item.Value, item.Key.Loop)).OrderBy(pass => pass.Key.Value))
            EmitPass(pass.Key.Loop, [.. pass.Select(item => item.Key)]);
    }

    private int LevelOf(Op op, Dictionary<Op, int> found, Dictionary<Op, int> seen)
    {
        if (seen.TryGetValue(op, out var level))
            return level;
        foreach (var operand in OperandsOf(op))
            level = Math.Max(level, LevelOf(operand, found, seen));
        if (IsFold(op) && (op.Rows & ~_visible) == 0)
            found[op] = ++level;
        return seen[op] = level;
    }

    private void EmitPass(Loop loop, IReadOnlyList<Op> folds)
    {
        foreach (var fold in folds.Where(IsNumberOfItems))
            CountItems(fold);
        folds = [.. folds.Where(fold => !IsNumberOfItems(fold))];
        if (folds.Count == 0)
            return;
        var locals = folds.Select(fold => il.DeclareLocal(TypeOf(fold))).ToList();
        for (var index = 0; index < folds.Count; index++)
        {
            Neutral(folds[index]);
            il.Emit(OpCodes.Stloc, locals[index]);
        }

        EmitLoop(loop, [.. folds.Select(fold => fold.First)], () =>
        {
            for (var index = 0; index < folds.Count; index++)
                Gather(folds[index], locals[index], _scope.Row(loop.Row).Active);
        });
        for (var index = 0; index < folds.Count; index++)
            _scope.Keep(folds[index], locals[index]);
    }

    private static bool IsNumberOfItems(Op fold) => fold is { Kind: OpKind.Sum, First.IsConstant: true };

    /// <summary>The sum of a constant: so many items there are.</summary>
    private void CountItems(Op fold)
    {
        var (first, end, sum) = (il.DeclareLocal(lanes.Narrow), il.DeclareLocal(lanes.Narrow), il.DeclareLocal(TypeOf(fold)));
        Offset(fold.Loop, first, 0);
        Offset(fold.Loop, end, 1);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Ldloc, first);
        Call("Subtract", lanes.Narrow, lanes.Narrow);
        Fit(isWide: false, IsWide(fold));
        if (fold.First.Constant != 1)
        {
            Constant(fold.First.Constant, IsWide(fold));
            Call("Multiply", TypeOf(fold), TypeOf(fold));
        }

        il.Emit(OpCodes.Stloc, sum);
        _scope.Keep(fold, sum);
    }

    private void Neutral(Op fold)
    {
        if (fold.Kind == OpKind.Any)
            Bit(false);
        else
            Constant(fold.Kind switch { OpKind.Sum => 0, OpKind.Least => fold.First.High, _ => fold.First.Low }, IsWide(fold));
    }

    private void Gather(Op fold, LocalBuilder local, LocalBuilder active)
    {
        if (fold.Kind == OpKind.Any)
        {
            il.Emit(OpCodes.Ldloc, local);
            Load(fold.First);
            il.Emit(OpCodes.Ldloc, active);
            Call("And", lanes.Bit, lanes.Bit);
            Call("Or", lanes.Bit, lanes.Bit);
        }
        else if (fold is { Kind: OpKind.Sum, First: { Kind: OpKind.Select, Second: { Kind: OpKind.Constant, Constant: 1 } } body } && body.Operands[2] is { Kind: OpKind.Constant, Constant: 0 })
        {
            il.Emit(OpCodes.Ldloc, local);
            Load(body.First);
            il.Emit(OpCodes.Ldloc, active);
            Call("And", lanes.Bit, lanes.Bit);
            Call("CountUp", lanes.Narrow, lanes.Bit);
        }
        else if (fold.Kind == OpKind.Sum)
        {
            il.Emit(OpCodes.Ldloc, local);
            il.Emit(OpCodes.Ldloc, active);
            LoadAs(fold.First, IsWide(fold));
            Call("Where", lanes.Bit, TypeOf(fold));
            Call("Add", TypeOf(fold), TypeOf(fold));
        }
        else
        {
            var type = TypeOf(fold);
            il.Emit(OpCodes.Ldloc, local);
            Neutral(fold);
            LoadAs(fold.First, IsWide(fold));
            il.Emit(OpCodes.Ldloc, active);
            Call("Blend", type, type, lanes.Bit);
            Call(fold.Kind == OpKind.Least ? "Min" : "Max", type, type);
        }

        il.Emit(OpCodes.Stloc, local);
    }

    /// <summary>A loop over the items of each family: item by item, for as long as any of the families at hand has one.</summary>
    private void EmitLoop(Loop loop, IReadOnlyList<Op> roots, Action body)
    {
        var seen = new HashSet<Op>();
        foreach (var root in roots)
            Hoist(root, seen);
        var (rows, end, active) = (il.DeclareLocal(lanes.Narrow), il.DeclareLocal(lanes.Narrow), il.DeclareLocal(lanes.Bit));
        Offset(loop, rows, 0);
        Offset(loop, end, 1);
        var (test, start) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(start);
        // lanes whose family has no item left read those of the next families, or the slack behind the last row, and it is thrown away
        var (outer, visible) = (_scope, _visible);
        _scope = new EmitScope(outer);
        _scope.Enter(loop.Row, rows, active);
        _visible |= 1 << (int)loop.Row;
        EmitFolds(roots);
        body();
        (_scope, _visible) = (outer, visible);

        il.Emit(OpCodes.Ldloc, rows);
        Constant(1, wide: false);
        Call("Add", lanes.Narrow, lanes.Narrow);
        il.Emit(OpCodes.Stloc, rows);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Ldloc, rows);
        Call("Greater", lanes.Narrow, lanes.Narrow);
        il.Emit(OpCodes.Stloc, active);
        il.Emit(OpCodes.Ldloc, active);
        Call("Holds", lanes.Bit);
        il.Emit(OpCodes.Brtrue, start);
    }

    private void Offset(Loop loop, LocalBuilder local, int further)
    {
        Address(new OffsetsSlot(loop.Table));
        il.Emit(OpCodes.Ldc_I4, further * sizeof(int));
        il.Emit(OpCodes.Add);
        if (_base == RowVariable.Family)
        {
            il.Emit(OpCodes.Ldloc, _row);
            Call("LoadInt", typeof(nint), typeof(nint));
        }
        else
        {
            il.Emit(OpCodes.Ldloc, _families);
            Call("GatherInt", typeof(nint), lanes.Narrow);
        }

        il.Emit(OpCodes.Stloc, local);
    }

    /// <summary>Computes what does not depend on the rows of a loop, nor of loops in it, before the loop begins.</summary>
    private void Hoist(Op op, HashSet<Op> seen)
    {
        if (op.IsFixed || !seen.Add(op) || _scope.Find(op) is not null)
            return;
        if ((op.Rows & ~_visible) == 0)
            Keep(op);
        else
            foreach (var operand in OperandsOf(op))
                Hoist(operand, seen);
    }
}
