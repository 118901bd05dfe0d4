using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Writes the code of a kernel: a loop over families, in it loops over their items, and every operation once.</summary>
/// <remarks>
/// The method is <c>void (nint* addresses, nint first, nint end)</c>. Values stand in locals; what does not depend on a loop's row is computed before
/// the loop, and all folds over one collection share one pass.
/// </remarks>
internal sealed partial class KernelEmitter(ILGenerator il, LaneSet lanes, KernelLayout layout)
{
    private readonly Dictionary<Op, int> _uses = [];
    private readonly Dictionary<Op, FunctionTable?> _tables = [];
    private EmitScope _scope = new(null);
    private LocalBuilder _family = null!;
    private LocalBuilder _active = null!;
    private int _visible;

    /// <summary>Writes the whole body.</summary>
    public void Emit(IReadOnlyList<KernelOutput> outputs)
    {
        foreach (var output in outputs)
            foreach (var root in output.Roots)
                Count(root);
        foreach (var output in outputs)
            output.Declare(this);

        _family = il.DeclareLocal(typeof(nint));
        _active = il.DeclareLocal(lanes.Bit);
        var (test, body) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stloc, _family);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(body);
        il.Emit(OpCodes.Ldloc, _family);
        il.Emit(OpCodes.Ldarg_2);
        Call("Active", typeof(nint), typeof(nint));
        il.Emit(OpCodes.Stloc, _active);
        EmitFamily(outputs);
        il.Emit(OpCodes.Ldloc, _family);
        il.Emit(OpCodes.Ldc_I4, lanes.Count);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _family);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, _family);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Blt, body);
        foreach (var output in outputs)
            output.Finish(this);
        il.Emit(OpCodes.Ret);
    }

    private void EmitFamily(IReadOnlyList<KernelOutput> outputs)
    {
        _scope = new EmitScope(null);
        EmitFolds([.. outputs.SelectMany(output => output.Roots)]);
        foreach (var output in outputs.Where(output => output.Table != PopulationTable.Children))
            output.Write(this);
        var ofChildren = outputs.Where(output => output.Table == PopulationTable.Children).ToList();
        if (ofChildren.Count == 0)
            return;
        var roots = ofChildren.SelectMany(output => output.Roots).ToList();
        EmitLoop(new Loop(PopulationTable.Children, RowVariable.Child), roots, () =>
        {
            foreach (var output in ofChildren)
                output.Write(this);
        });
    }

    private void Count(Op op)
    {
        _uses[op] = _uses.GetValueOrDefault(op) + 1;
        if (_uses[op] > 1)
            return;
        foreach (var operand in OperandsOf(op))
            Count(operand);
    }

    private FunctionTable? TableOf(Op op)
    {
        if (!_tables.TryGetValue(op, out var table))
            _tables[op] = table = FunctionTable.For(op);
        return table;
    }

    /// <summary>What has to be computed before an operation.</summary>
    private Op[] OperandsOf(Op op) => TableOf(op) is { } table ? [table.Variable] : op.Operands;

    private void Call(string name, params Type[] arguments) => il.Emit(OpCodes.Call, lanes.Method(name, arguments));

    private void Address(Slot slot)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, layout[slot] * IntPtr.Size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
    }
}

/// <summary>What has been computed where code is being written: locals of this loop body and of those around it.</summary>
internal sealed class EmitScope(EmitScope? outer)
{
    private readonly Dictionary<Op, LocalBuilder> _locals = [];
    private readonly Dictionary<ColumnReference, LocalBuilder> _indexes = [];
    private readonly Dictionary<RowVariable, (LocalBuilder Rows, LocalBuilder Active)> _rows = [];

    public void Keep(Op op, LocalBuilder local) => _locals[op] = local;

    public void Keep(ColumnReference column, LocalBuilder index) => _indexes[column] = index;

    public void Enter(RowVariable row, LocalBuilder rows, LocalBuilder active) => _rows[row] = (rows, active);

    public LocalBuilder? Find(Op op) => _locals.TryGetValue(op, out var local) ? local : outer?.Find(op);

    public LocalBuilder? Find(ColumnReference column) => _indexes.TryGetValue(column, out var index) ? index : outer?.Find(column);

    public (LocalBuilder Rows, LocalBuilder Active) Row(RowVariable row) =>
        _rows.TryGetValue(row, out var found) ? found : outer?.Row(row) ?? throw new InvalidOperationException($"No loop is open over {row}.");
}
