using System.Reflection.Emit;
using Cradle.Rules.Lowering;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Kernels;

/// <summary>Writes the code of a kernel: a loop over families, in it loops over their items, then a loop over the children that are asked about.</summary>
/// <remarks>
/// Every operation is computed once, in the outermost loop that it depends on, and stands in a local. All folds over one collection share one pass.
/// What the loop over children needs of their family is written down by the first loop and looked up by the second.
/// </remarks>
internal sealed partial class KernelEmitter(ILGenerator il, LaneSet lanes, KernelLayout layout)
{
    private readonly Dictionary<Op, int> _uses = [];
    private readonly Dictionary<Op, FunctionTable?> _tables = [];
    private readonly LocalBuilder _row = il.DeclareLocal(typeof(nint));
    private readonly LocalBuilder _active = il.DeclareLocal(lanes.Bit);
    private readonly LocalBuilder _families = il.DeclareLocal(lanes.Narrow);
    private readonly LocalBuilder _masks = il.DeclareLocal(typeof(nint));
    private HashSet<Op> _imported = [];
    private EmitScope _scope = new(null);
    private RowVariable _base;
    private int _visible;

    /// <summary>The signature of the code.</summary>
    public static Type[] Parameters { get; } = [typeof(nint), typeof(nint), typeof(nint), typeof(nint), typeof(nint), typeof(nint)];

    /// <summary>Writes the whole body.</summary>
    public void Emit(IReadOnlyList<KernelOutput> outputs)
    {
        foreach (var output in outputs)
            Count(output.Root);
        foreach (var output in outputs)
            output.Declare(this);
        var (ofFamilies, ofChildren) = (outputs.Where(output => output.Table != PopulationTable.Children).ToList(), outputs.Where(output => output.Table == PopulationTable.Children).ToList());
        var exports = Exports(ofChildren);
        if (ofFamilies.Count + exports.Count > 0)
            EmitRows(RowVariable.Family, ofFamilies, exports);
        _imported = exports;
        if (ofChildren.Count > 0)
            EmitRows(RowVariable.Child, ofChildren, []);
        foreach (var output in outputs)
            output.Finish(this);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>A loop over rows that follow one another; its ends are arguments of the kernel.</summary>
    private void EmitRows(RowVariable row, IReadOnlyList<KernelOutput> outputs, IReadOnlyCollection<Op> exports)
    {
        List<Op> roots = [.. outputs.Select(output => output.Root), .. exports];
        var (test, start) = (il.DefineLabel(), il.DefineLabel());
        var (first, end, from) = row == RowVariable.Family ? ((short)1, (short)2, (short)1) : ((short)3, (short)4, (short)5);
        il.Emit(OpCodes.Ldarg, from);
        il.Emit(OpCodes.Stloc, _row);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(start);
        il.Emit(OpCodes.Ldloc, _row);
        il.Emit(OpCodes.Ldarg, first);
        il.Emit(OpCodes.Ldarg, end);
        Call("Active", typeof(nint), typeof(nint), typeof(nint));
        il.Emit(OpCodes.Stloc, _active);
        (_scope, _base, _visible) = (new EmitScope(null), row, row == RowVariable.Family ? 0 : 1 << (int)row);
        if (row == RowVariable.Child && (_imported.Count > 0 || HasLoop(roots)))
        {
            Address(new FamiliesSlot());
            il.Emit(OpCodes.Ldloc, _row);
            Call("LoadInt", typeof(nint), typeof(nint));
            il.Emit(OpCodes.Stloc, _families);
        }

        if (outputs.Any(output => output is MaskOutput))
            FindMasks(row == RowVariable.Family ? PopulationTable.Family : PopulationTable.Children);
        EmitFolds(roots);
        foreach (var output in outputs)
            output.Write(this);
        foreach (var op in exports)
            Export(op);
        il.Emit(OpCodes.Ldloc, _row);
        il.Emit(OpCodes.Ldc_I4, lanes.Count);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _row);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, _row);
        il.Emit(OpCodes.Ldarg, end);
        il.Emit(OpCodes.Blt, start);
    }

    /// <summary>The values of a family that the loop over children needs: the outermost operations that do not depend on the child.</summary>
    private HashSet<Op> Exports(IReadOnlyList<KernelOutput> ofChildren)
    {
        var (exports, seen) = (new HashSet<Op>(), new HashSet<Op>());
        foreach (var output in ofChildren)
            Walk(output.Root);
        return exports;

        void Walk(Op op)
        {
            if (op.IsFixed || !seen.Add(op))
                return;
            if (op.Rows == 0)
                exports.Add(op);
            else
                foreach (var operand in OperandsOf(op))
                    Walk(operand);
        }
    }

    private bool HasLoop(IEnumerable<Op> roots)
    {
        var seen = new HashSet<Op>();
        return roots.Any(Walk);

        bool Walk(Op op) => seen.Add(op) && (op.About is Loop || OperandsOf(op).Any(Walk));
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
    private Op[] OperandsOf(Op op) => op.IsOfDay || _imported.Contains(op) ? [] : TableOf(op) is { } table ? [table.Variable] : op.Operands;

    private void Call(string name, params Type[] arguments) => lanes.Emit(il, name, arguments);

    private void Address(Slot slot)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, layout[slot] * IntPtr.Size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
    }
}
