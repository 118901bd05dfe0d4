using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Lowering;

namespace Cradle.Rules.Kernels;

/// <summary>
/// An operation that a processor does slowly, a calendar function or a division, as a table over the values of the one number it depends on.
/// It is filled by the interpreter itself, so it is exact over the whole domain.
/// </summary>
internal sealed class FunctionTable
{
    /// <summary>Two hundred years of days are 73,414 values; a table of them stays in the second cache, the part in use in the first.</summary>
    private const long Largest = 1 << 17;

    private FunctionTable(Op operation, Op variable) => (Operation, Variable) = (operation, variable);

    /// <summary>The operation.</summary>
    public Op Operation { get; }

    /// <summary>The number it depends on.</summary>
    public Op Variable { get; }

    /// <summary>A table for an operation; null where none is worth it.</summary>
    public static FunctionTable? For(Op operation)
    {
        if (operation.Kind is not (OpKind.Calendar or OpKind.Divide))
            return null;
        var variable = operation;
        while (Only(variable) is { } inner && (inner.Kind is not OpKind.Constant))
        {
            variable = inner;
            if (Size(variable) <= Largest && variable.Kind is not (OpKind.Add or OpKind.Subtract or OpKind.Multiply))
                break;
        }

        return variable != operation && Size(variable) <= Largest ? new FunctionTable(operation, variable) : null;
    }

    /// <summary>The table, from the variable's least value to its greatest.</summary>
    public int[] Narrow() => [.. Values().Select(value => (int)value)];

    /// <summary>The table of 64-bit values.</summary>
    public long[] Wide() => [.. Values()];

    private IEnumerable<long> Values()
    {
        for (var value = Variable.Low; value <= Variable.High; value++)
            yield return Value(Operation, value);
    }

    private long Value(Op op, long variable) => op == Variable ? variable : op.Kind switch
    {
        OpKind.Constant => op.Constant,
        OpKind.Calendar => Interpreter.Call(op.Function, Value(op.First, variable), op.Operands.Length > 1 ? Value(op.Second, variable) : 0),
        OpKind.Divide => Interpreter.Round(op.Rounding, Value(op.First, variable), Value(op.Second, variable)),
        OpKind.Add => Value(op.First, variable) + Value(op.Second, variable),
        OpKind.Subtract => Value(op.First, variable) - Value(op.Second, variable),
        OpKind.Multiply => Value(op.First, variable) * Value(op.Second, variable),
        _ => throw new InvalidOperationException($"{op.Kind} is no part of a table."),
    };

    /// <summary>The only operand that varies, of operations that a table may contain.</summary>
    private static Op? Only(Op op)
    {
        if (op.Kind is not (OpKind.Calendar or OpKind.Divide or OpKind.Add or OpKind.Subtract or OpKind.Multiply))
            return null;
        var varying = op.Operands.Where(operand => !operand.IsConstant).Distinct().ToList();
        return varying.Count == 1 ? varying[0] : null;
    }

    private static Int128 Size(Op op) => (Int128)op.High - op.Low + 1;
}
