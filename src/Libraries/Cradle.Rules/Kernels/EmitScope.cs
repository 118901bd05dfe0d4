using System.Reflection.Emit;
using Cradle.Rules.Lowering;

namespace Cradle.Rules.Kernels;

/// <summary>What has been computed where code is being written: locals of this loop body and of those around it.</summary>
internal sealed class EmitScope(EmitScope? outer)
{
    private readonly Dictionary<Op, LocalBuilder> _locals = [];
    private readonly Dictionary<ColumnReference, LocalBuilder> _indexes = [];
    private readonly Dictionary<RowVariable, (LocalBuilder Rows, LocalBuilder Active)> _rows = [];

    public void Keep(Op op, LocalBuilder local) => _locals[op] = local;

    /// <summary>Keeps the index that a column of divisions holds.</summary>
    public void Keep(ColumnReference column, LocalBuilder index) => _indexes[column] = index;

    public void Enter(RowVariable row, LocalBuilder rows, LocalBuilder active) => _rows[row] = (rows, active);

    public LocalBuilder? Find(Op op) => _locals.TryGetValue(op, out var local) ? local : outer?.Find(op);

    public LocalBuilder? Find(ColumnReference column) => _indexes.TryGetValue(column, out var index) ? index : outer?.Find(column);

    public (LocalBuilder Rows, LocalBuilder Active) Row(RowVariable row) =>
        _rows.TryGetValue(row, out var found) ? found : outer?.Row(row) ?? throw new InvalidOperationException($"No loop is open over {row}.");
}
