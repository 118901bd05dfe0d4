using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <summary>An operation that never falls, or never rises, with its only variable operand; so a comparison with a constant has one threshold.</summary>
/// <param name="Variable">The operand that varies.</param>
/// <param name="Rises">Whether it rises with it; otherwise it falls.</param>
/// <param name="Function">The operation.</param>
internal sealed record Monotone(Op Variable, bool Rises, Func<long, long> Function)
{
    /// <summary>The operation as a monotone function; null where it is none.</summary>
    public static Monotone? Of(Op op) => op.Kind switch
    {
        OpKind.Add when op.First.IsConstant => new(op.Second, true, x => op.First.Constant + x),
        OpKind.Add when op.Second.IsConstant => new(op.First, true, x => x + op.Second.Constant),
        OpKind.Subtract when op.First.IsConstant => new(op.Second, false, x => op.First.Constant - x),
        OpKind.Subtract when op.Second.IsConstant => new(op.First, true, x => x - op.Second.Constant),
        OpKind.Multiply when op.First.IsConstant => new(op.Second, op.First.Constant > 0, x => op.First.Constant * x),
        OpKind.Multiply when op.Second.IsConstant => new(op.First, op.Second.Constant > 0, x => x * op.Second.Constant),
        OpKind.Calendar when op.Function != CalendarFunction.MonthOf => OfCalendar(op),
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

    private static Monotone? OfCalendar(Op op)
    {
        if (op.Operands.Length == 1)
            return new(op.First, true, x => Interpreter.Call(op.Function, x, 0));
        var anniversary = op.Function is CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped;
        if (op.Second.IsConstant)
            return new(op.First, anniversary, x => Interpreter.Call(op.Function, x, op.Second.Constant));
        return op.First.IsConstant ? new(op.Second, true, x => Interpreter.Call(op.Function, op.First.Constant, x)) : null;
    }
}
