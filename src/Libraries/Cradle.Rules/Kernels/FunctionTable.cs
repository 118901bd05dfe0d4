using System.Collections.Concurrent;
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

    /// <summary>The days whose tables are kept, where each day has its own.</summary>
    private const int MostDays = 16;

    private readonly ConcurrentDictionary<DateOnly, Lazy<Array>> _values = [];

    private FunctionTable(Op operation, Op variable) => (Operation, Variable, IsOfDay) = (operation, variable, HangsOnDay(operation, variable));

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

    /// <summary>Whether its values take 64 bits.</summary>
    public bool IsWide => Operation.Low < int.MinValue || Operation.High > int.MaxValue;

    /// <summary>Whether each day has a table of its own.</summary>
    public bool IsOfDay { get; }

    /// <summary>The table of a day, from the variable's least value to its greatest: 32-bit or 64-bit values, pinned, worked out once.</summary>
    public Array On(DateOnly day)
    {
        if (_values.Count >= MostDays)
            _values.Clear();   // whoever reads one holds it
        return _values.GetOrAdd(IsOfDay ? day : default, day => new Lazy<Array>(() => Made(new FiguresOfDay(day.DayNumber)))).Value;
    }

    private Array Made(FiguresOfDay figures) => IsWide ? Pinned(figures, value => value) : Pinned(figures, value => (int)value);

    private T[] Pinned<T>(FiguresOfDay figures, Func<long, T> fit)
    {
        var values = GC.AllocateUninitializedArray<T>((int)Size(Variable), pinned: true);
        for (var index = 0; index < values.Length; index++)
            values[index] = fit(Value(Operation, Variable.Low + index, figures));
        return values;
    }

    private long Value(Op op, long variable, FiguresOfDay figures) => op == Variable ? variable : op.IsOfDay ? figures[op] : op.Kind switch
    {
        OpKind.Constant => op.Constant,
        OpKind.Calendar => Interpreter.Call(op.Function, Value(op.First, variable, figures), op.Operands.Length > 1 ? Value(op.Second, variable, figures) : 0),
        OpKind.Divide => Interpreter.Round(op.Rounding, Value(op.First, variable, figures), Value(op.Second, variable, figures)),
        OpKind.Add => Value(op.First, variable, figures) + Value(op.Second, variable, figures),
        OpKind.Subtract => Value(op.First, variable, figures) - Value(op.Second, variable, figures),
        OpKind.Multiply => Value(op.First, variable, figures) * Value(op.Second, variable, figures),
        _ => throw new InvalidOperationException($"{op.Kind} is no part of a table."),
    };

    private static bool HangsOnDay(Op op, Op variable) => op != variable && (op.IsOfDay || op.Operands.Any(operand => HangsOnDay(operand, variable)));

    /// <summary>The only operand that varies, of operations that a table may contain.</summary>
    private static Op? Only(Op op)
    {
        if (op.Kind is not (OpKind.Calendar or OpKind.Divide or OpKind.Add or OpKind.Subtract or OpKind.Multiply))
            return null;
        var varying = op.Operands.Where(operand => !operand.IsFixed).Distinct().ToList();
        return varying.Count == 1 ? varying[0] : null;
    }

    private static Int128 Size(Op op) => (Int128)op.High - op.Low + 1;
}
