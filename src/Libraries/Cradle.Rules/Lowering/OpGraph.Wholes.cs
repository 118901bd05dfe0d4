using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;

namespace Cradle.Rules.Lowering;

/// <content>Arithmetic, proven to fit.</content>
internal sealed partial class OpGraph
{
    /// <summary>Arithmetic of two wholes.</summary>
    /// <exception cref="NotLoweredException">The result might not fit.</exception>
    public Op Combine(Arithmetic operation, Op a, Op b) => operation switch
    {
        Arithmetic.Add => Add(a, b),
        Arithmetic.Subtract => Subtract(a, b),
        Arithmetic.Multiply => Multiply(a, b),
        Arithmetic.Min => Min(a, b),
        _ => Max(a, b),
    };

    public Op Add(Op a, Op b)
    {
        if (IsZero(a) || IsZero(b))
            return IsZero(a) ? b : a;
        if (IsChoiceOfConstants(a) && b.IsConstant || IsChoiceOfConstants(b) && a.IsConstant)
        {
            var (choice, constant) = a.IsConstant ? (b, a) : (a, b);
            return Select(choice.First, Add(choice.Second, constant), Add(choice.Operands[2], constant));
        }

        var (low, high) = ((Int128)a.Low + b.Low, (Int128)a.High + b.High);
        return low == high ? Fits(low) : Proven(OpKind.Add, a.Id < b.Id ? [a, b] : [b, a], null, low, high);
    }

    public Op Subtract(Op a, Op b)
    {
        if (IsZero(b))
            return a;
        if (a == b)
            return Constant(0);
        var (low, high) = ((Int128)a.Low - b.High, (Int128)a.High - b.Low);
        return low == high ? Fits(low) : Proven(OpKind.Subtract, [a, b], null, low, high);
    }

    public Op Multiply(Op a, Op b)
    {
        if (IsZero(a) || IsZero(b))
            return Constant(0);
        if (IsOne(a) || IsOne(b))
            return IsOne(a) ? b : a;
        Span<Int128> corners = [(Int128)a.Low * b.Low, (Int128)a.Low * b.High, (Int128)a.High * b.Low, (Int128)a.High * b.High];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
            (low, high) = (Int128.Min(low, corner), Int128.Max(high, corner));
        return low == high ? Fits(low) : Proven(OpKind.Multiply, a.Id < b.Id ? [a, b] : [b, a], null, low, high);
    }

    public Op Min(Op a, Op b) => a.High <= b.Low || a == b ? a : b.High <= a.Low ? b
        : Intern(OpKind.Min, a.Id < b.Id ? [a, b] : [b, a], 0, null, Math.Min(a.Low, b.Low), Math.Min(a.High, b.High));

    public Op Max(Op a, Op b) => a.Low >= b.High || a == b ? a : b.Low >= a.High ? b
        : Intern(OpKind.Max, a.Id < b.Id ? [a, b] : [b, a], 0, null, Math.Max(a.Low, b.Low), Math.Max(a.High, b.High));

    public Op Select(Op test, Op then, Op otherwise)
    {
        if (then.Kind == OpKind.Select && then.First == test)
            then = then.Second;
        if (otherwise.Kind == OpKind.Select && otherwise.First == test)
            otherwise = otherwise.Operands[2];
        if (test.IsTrue || then == otherwise)
            return then;
        if (test.IsFalse)
            return otherwise;
        return test.Kind == OpKind.Not
            ? Select(test.First, otherwise, then)
            : Intern(OpKind.Select, [test, then, otherwise], 0, null, Math.Min(then.Low, otherwise.Low), Math.Max(then.High, otherwise.High));
    }

    /// <summary>A calendar function; its range follows from its ends, as all but <c>month_of</c> rise or fall throughout.</summary>
    /// <exception cref="NotLoweredException">A date might leave the calendar.</exception>
    public Op Calendar(CalendarFunction function, Op a, Op? b)
    {
        if (function == CalendarFunction.DaysBetween)
            return Subtract(b!, a);
        var dates = b is not null && function is not (CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped);
        if (!InCalendar(a) || dates && !InCalendar(b!) || b is not null && (b.Low < int.MinValue || b.High > int.MaxValue))
            throw new NotLoweredException($"{function} may be asked of a day outside the calendar.");
        long low = long.MaxValue, high = long.MinValue;
        try
        {
            foreach (var first in new[] { a.Low, a.High })
                foreach (var second in b is null ? [0L] : new[] { b.Low, b.High })
                    (low, high) = (Math.Min(low, Interpreter.Call(function, first, second)), Math.Max(high, Interpreter.Call(function, first, second)));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new NotLoweredException($"{function} may leave the calendar.");
        }

        if (function == CalendarFunction.MonthOf && !a.IsConstant)
            (low, high) = (1, MonthsPerYear);
        return a.IsConstant && b is null or { IsConstant: true } && a.IsConstant
            ? Constant(low)
            : Intern(OpKind.Calendar, b is null ? [a] : [a, b], 0, function, low, high);
    }

    /// <summary>A fraction rounded; the denominator is positive.</summary>
    public Op Divide(RoundingMode mode, Op numerator, Op denominator)
    {
        if (IsOne(denominator))
            return numerator;
        Span<long> corners =
        [
            Interpreter.Round(mode, numerator.Low, denominator.Low), Interpreter.Round(mode, numerator.Low, denominator.High),
            Interpreter.Round(mode, numerator.High, denominator.Low), Interpreter.Round(mode, numerator.High, denominator.High),
        ];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
            (low, high) = (Math.Min(low, corner), Math.Max(high, corner));
        return low == high && numerator.IsConstant && denominator.IsConstant ? Constant(low) : Intern(OpKind.Divide, [numerator, denominator], 0, mode, low, high);
    }

    private const int MonthsPerYear = 12;

    private static bool IsChoiceOfConstants(Op op) =>
        op.Kind == OpKind.Select && op.Operands.Skip(1).All(operand => operand.Kind == OpKind.Constant || IsChoiceOfConstants(operand));

    private static bool IsOne(Op op) => op is { Kind: OpKind.Constant, Constant: 1 };

    private static bool IsZero(Op op) => op is { Kind: OpKind.Constant, Constant: 0 };

    private static bool InCalendar(Op day) => day.Low >= 0 && day.High <= DateOnly.MaxValue.DayNumber;

    private Op Fits(Int128 value) => value < long.MinValue || value > long.MaxValue
        ? throw new NotLoweredException($"{value} does not fit 64 bits.")
        : Constant((long)value);
}
