using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>An operation that never falls, or never rises, with its only variable operand; so a comparison with what is the same for all rows has one threshold.</summary>
/// <param name="Variable">The operand that varies.</param>
/// <param name="Rises">Whether it rises with it; otherwise it falls.</param>
/// <param name="IsOfDay">Whether its other operand hangs on the day: then the function is that of one day.</param>
/// <param name="Function">The operation.</param>
internal sealed record Monotone(Op Variable, bool Rises, bool IsOfDay, Func<long, long> Function)
{
    /// <summary>The operation as a monotone function; null where it is none.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="day">What hangs on the day; null where the function itself is not asked for.</param>
    public static Monotone? Of(Op op, FiguresOfDay? day = null) => op.Kind switch
    {
        OpKind.Calendar when op.Function == CalendarFunction.MonthOf => null,
        OpKind.Calendar when op.Operands.Length == 1 => new(op.First, true, false, x => Interpreter.Call(op.Function, x, 0)),
        OpKind.Add or OpKind.Subtract or OpKind.Multiply or OpKind.Calendar when op.Second.IsFixed => OfFirst(op, op.Second, Figure(op.Second, day)),
        OpKind.Add or OpKind.Subtract or OpKind.Multiply or OpKind.Calendar when op.First.IsFixed => OfSecond(op, op.First, Figure(op.First, day)),
        _ => null,
    };

    /// <summary>
    /// The least value of the variable from which on the results have a property; one more than its greatest where none has. The property must
    /// hold from some value on.
    /// </summary>
    public long FirstWhere(Func<long, bool> property)
    {
        var (low, high) = ((Int128)Variable.Low, (Int128)Variable.High + 1);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (property(Function((long)middle)))
                high = middle;
            else
                low = middle + 1;
        }

        return (long)low;
    }

    /// <summary>The least value of the variable from which on the results are no longer less than a limit, or, where they fall, are less.</summary>
    public long Threshold(long limit) => FirstWhere(value => value < limit != Rises);

    private static Monotone? OfFirst(Op op, Op other, long figure) => op.Kind switch
    {
        OpKind.Add => new(op.First, true, other.IsOfDay, x => x + figure),
        OpKind.Subtract => new(op.First, true, other.IsOfDay, x => x - figure),
        OpKind.Multiply => Multiple(op.First, other, figure),
        _ => new(op.First, op.Function is CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped, other.IsOfDay, x => Interpreter.Call(op.Function, x, figure)),
    };

    private static Monotone? OfSecond(Op op, Op other, long figure) => op.Kind switch
    {
        OpKind.Add => new(op.Second, true, other.IsOfDay, x => figure + x),
        OpKind.Subtract => new(op.Second, false, other.IsOfDay, x => figure - x),
        OpKind.Multiply => Multiple(op.Second, other, figure),
        _ => new(op.Second, true, other.IsOfDay, x => Interpreter.Call(op.Function, figure, x)),
    };

    private static Monotone? Multiple(Op variable, Op other, long figure) => other.Low > 0 || other.High < 0
        ? new(variable, other.Low > 0, other.IsOfDay, x => x * figure)
        : null;

    private static long Figure(Op op, FiguresOfDay? day) => op.IsConstant ? op.Constant : day?[op] ?? 0;
}
