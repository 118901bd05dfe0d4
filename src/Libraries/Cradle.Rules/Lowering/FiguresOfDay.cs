using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>What operations that hang on the day alone come to on one day. Not safe to share between threads.</summary>
/// <param name="day">The day number.</param>
internal sealed class FiguresOfDay(long day)
{
    private readonly Dictionary<Op, long> _figures = [];

    /// <summary>The day.</summary>
    public long Day => day;

    /// <summary>The figure of an operation that is the same for all rows; of a bit, 0 or 1.</summary>
    public long this[Op op]
    {
        get
        {
            if (op.IsConstant)
                return op.Constant;
            if (!_figures.TryGetValue(op, out var figure))
                _figures[op] = figure = WorkOut(op);
            return figure;
        }
    }

    private long WorkOut(Op op) => op.Kind switch
    {
        OpKind.Day => day,
        OpKind.Threshold => Monotone.Of(op.First, this)!.Threshold(this[op.Second]),
        OpKind.Not => 1 - this[op.First],
        OpKind.HasBit => this[op.First] >> (int)op.Constant & 1,
        OpKind.Select => this[this[op.First] != 0 ? op.Second : op.Operands[2]],
        OpKind.Calendar => Interpreter.Call(op.Function, this[op.First], op.Operands.Length > 1 ? this[op.Second] : 0),
        _ => Combine(op, this[op.First], this[op.Second]),
    };

    private static long Combine(Op op, long first, long second) => op.Kind switch
    {
        OpKind.And => first & second,
        OpKind.Equal => first == second ? 1 : 0,
        OpKind.Less => first < second ? 1 : 0,
        OpKind.Add => first + second,
        OpKind.Subtract => first - second,
        OpKind.Multiply => first * second,
        OpKind.Min => Math.Min(first, second),
        OpKind.Max => Math.Max(first, second),
        OpKind.Divide => Interpreter.Round(op.Rounding, first, second),
        _ => throw new InvalidOperationException($"{op.Kind} does not hang on the day alone."),
    };
}
