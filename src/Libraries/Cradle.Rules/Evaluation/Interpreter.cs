using System.Numerics;
using Cradle.Primitives;
using Cradle.Rules.Binding;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// The reference meaning of the intermediate representation: Kleene logic over conditions, checked 64-bit integers, exact fractions.
/// </summary>
public static class Interpreter
{
    /// <summary>Whether a condition holds; null conditions always hold.</summary>
    public static Kleene Test(Condition? condition, Frame frame) => condition switch
    {
        null => Kleene.True,
        And and => Junction(and.Parts, frame, Kleene.False),
        FactCondition fact => frame.Facts(fact.Entity, fact.Depth).TryGet(fact.Fact.Slot, out var known) ? Of(known != 0) : Kleene.Unknown,
        DefinedCondition defined => frame.Test(defined),
        Or or => Junction(or.Parts, frame, Kleene.True),
        Not not => (Kleene)(2 - (int)Test(not.Operand, frame)),
        _ => TestOther(condition, frame),
    };

    /// <summary>The value of a number; false where it is unknown.</summary>
    public static bool TryNumber(Number number, Frame frame, out long value)
    {
        switch (number)
        {
            case FactNumber fact:
                return frame.Facts(fact.Entity, fact.Depth).TryGet(fact.Fact.Slot, out value);
            case Constant constant:
                value = constant.Value;
                return true;
            case AsOf:
                value = frame.AsOf;
                return true;
            case DefinedNumber defined:
                return frame.TryNumber(defined, out value);
            default:
                return TryOther(number, frame, out value);
        }
    }

    // What is seldom asked, or takes long, stands apart: the room that its cases need would be cleared for every small one.

    private static Kleene TestOther(Condition condition, Frame frame)
    {
        switch (condition)
        {
            case Compare compare:
                return TryNumber(compare.Left, frame, out var left) && TryNumber(compare.Right, frame, out var right)
                    ? Of(Holds(compare.Comparator, left, right)) : Kleene.Unknown;
            case InList list:
                return TryNumber(list.Operand, frame, out var operand) ? Of(Array.IndexOf(list.Members, operand) >= 0) : Kleene.Unknown;
            case Within within:
                return TryNumber(within.Division, frame, out var division) ? Of(Lies(division, within.Outer)) : Kleene.Unknown;
            case HasMember member:
                return TryNumber(member.Set, frame, out var set) ? Of((set >> member.Member & 1) != 0) : Kleene.Unknown;
            case IsEmpty empty:
                return TryNumber(empty.Set, frame, out var any) ? Of(any == 0) : Kleene.Unknown;
            case Quantified quantified:
                return TestAll(quantified, frame);
            case IfCondition choice:
                return TestChoice(choice, frame);
            case BoolConstant constant:
                return Of(constant.Value);
            default:
                throw new InvalidOperationException($"No meaning for {condition.GetType().Name}.");
        }
    }

    private static bool TryOther(Number number, Frame frame, out long value)
    {
        switch (number)
        {
            case Binary binary:
                if (!TryNumber(binary.Left, frame, out var left) || !TryNumber(binary.Right, frame, out var right))
                    return Unknown(out value);
                value = Combine(binary.Operation, left, right);
                return true;
            case CalendarCall call:
                if (!TryNumber(call.First, frame, out var first))
                    return Unknown(out value);
                var second = 0L;
                if (call.Second is not null && !TryNumber(call.Second, frame, out second))
                    return Unknown(out value);
                value = Call(call.Function, first, second);
                return true;
            case IfNumber choice:
                return TryChoice(choice, frame, out value);
            case Aggregate aggregate:
                return TryAggregate(aggregate, frame, out value);
            case Rounded rounded:
                return TryRounded(rounded, frame, out value);
            case Retyped retyped:
                return TryNumber(retyped.Operand, frame, out value);
            case FirstKnown firstKnown:
                return TryNumber(firstKnown.First, frame, out value) || TryNumber(firstKnown.Second, frame, out value);
            case ParameterNumber parameter:
                if (!TryNumber(parameter.Division, frame, out var place) || !TryNumber(parameter.Date, frame, out var date) || parameter.Parameter.At(place, date) is not { } set)
                    return Unknown(out value);
                value = set.Value;
                return true;
            case OutcomeValue:
                value = frame.OutcomeValue ?? 0;
                return frame.OutcomeValue is not null;
            default:
                throw new InvalidOperationException($"No meaning for {number.GetType().Name}.");
        }
    }

    /// <summary>An exact fraction; false where it is unknown or divided by zero. The denominator is positive.</summary>
    public static bool TryQuotient(Quotient quotient, Frame frame, out Int128 numerator, out Int128 denominator)
    {
        (numerator, denominator) = (0, 1);
        switch (quotient)
        {
            case QuotientOf of:
                if (!TryNumber(of.Operand, frame, out var value))
                    return false;
                (numerator, denominator) = (value, of.Operand.Type.Kind == ValueKind.Rate ? RuleType.RateScale : 1);
                return true;
            case QuotientBinary binary:
                if (!TryQuotient(binary.Left, frame, out var a, out var b) || !TryQuotient(binary.Right, frame, out var c, out var d))
                    return false;
                return TryCombine(binary.Operation, (a, b), (c, d), out numerator, out denominator);
            default:
                throw new InvalidOperationException($"No meaning for {quotient.GetType().Name}.");
        }
    }

    /// <summary>Whether one division (as written: 2, 4 or 6 digits) lies in another or is it.</summary>
    public static bool Lies(long division, long outer)
    {
        if (outer == 0)
            return true;
        while (division > outer)
            division /= 100;
        return division == outer;
    }

    /// <summary>A fraction made whole by name; half up goes away from zero.</summary>
    public static long Round(RoundingMode mode, Int128 numerator, Int128 denominator)
    {
        var negative = numerator < 0;
        var (quotient, remainder) = Int128.DivRem(Int128.Abs(numerator), denominator);
        if (mode == RoundingMode.HalfUp ? remainder * 2 >= denominator : mode == RoundingMode.Up && remainder != 0)
            quotient++;
        return checked((long)(negative ? -quotient : quotient));
    }

    internal static bool Holds(Comparator comparator, long left, long right) => comparator switch
    {
        Comparator.Equal => left == right,
        Comparator.NotEqual => left != right,
        Comparator.Less => left < right,
        Comparator.LessOrEqual => left <= right,
        Comparator.Greater => left > right,
        _ => left >= right,
    };

    internal static long Combine(Arithmetic operation, long left, long right) => operation switch
    {
        Arithmetic.Add => checked(left + right),
        Arithmetic.Subtract => checked(left - right),
        Arithmetic.Multiply => checked(left * right),
        Arithmetic.Min => Math.Min(left, right),
        _ => Math.Max(left, right),
    };

    internal static long Call(CalendarFunction function, long first, long second)
    {
        var date = DateOnly.FromDayNumber((int)first);
        return function switch
        {
            CalendarFunction.Anniversary => CalendarMonths.Anniversary(date, (int)second).DayNumber,
            CalendarFunction.AnniversaryClamped => CalendarMonths.AnniversaryClamped(date, (int)second).DayNumber,
            CalendarFunction.MonthsOld => CalendarMonths.CompletedMonths(date, DateOnly.FromDayNumber((int)second)),
            CalendarFunction.MonthsOldClamped => CalendarMonths.CompletedMonthsClamped(date, DateOnly.FromDayNumber((int)second)),
            CalendarFunction.YearsOld => CalendarMonths.CompletedYears(date, DateOnly.FromDayNumber((int)second)),
            CalendarFunction.DaysBetween => second - first,
            CalendarFunction.MonthsBetween => CalendarMonths.MonthsBetween(date, DateOnly.FromDayNumber((int)second)),
            CalendarFunction.YearOf => date.Year,
            CalendarFunction.MonthOf => date.Month,
            CalendarFunction.MonthStart => new DateOnly(date.Year, date.Month, 1).DayNumber,
            CalendarFunction.YearStart => new DateOnly(date.Year, 1, 1).DayNumber,
            _ => new DateOnly(date.Year, 12, 31).DayNumber,
        };
    }

    private static bool TryRounded(Rounded rounded, Frame frame, out long value)
    {
        if (!TryQuotient(rounded.Operand, frame, out var numerator, out var denominator))
            return Unknown(out value);
        // a fraction that is a rate becomes a whole number of millionths
        value = Round(rounded.Mode, rounded.Type.Kind == ValueKind.Rate ? checked(numerator * RuleType.RateScale) : numerator, denominator);
        return true;
    }

    private static Kleene Of(bool value) => value ? Kleene.True : Kleene.False;

    private static bool Unknown(out long value)
    {
        value = 0;
        return false;
    }

    /// <summary>Conjunction stops at false, disjunction at true; otherwise unknown wins over the neutral value.</summary>
    private static Kleene Junction(Condition[] operands, Frame frame, Kleene decisive)
    {
        var result = decisive == Kleene.False ? Kleene.True : Kleene.False;
        foreach (var condition in operands)
        {
            var operand = Test(condition, frame);
            if (operand == decisive)
                return decisive;
            if (operand == Kleene.Unknown)
                result = Kleene.Unknown;
        }

        return result;
    }

    private static Kleene TestAll(Quantified quantified, Frame frame)
    {
        if (frame.Items(quantified.Collection) is not { } items)
            return Kleene.Unknown;
        var decisive = quantified.All ? Kleene.False : Kleene.True;
        var result = quantified.All ? Kleene.True : Kleene.False;
        for (var index = 0; index < items.Count; index++)
        {
            frame.Enter(quantified.Collection, quantified.Depth, items[index], index);
            var body = Test(quantified.Body, frame);
            if (body == decisive)
                return decisive;
            if (body == Kleene.Unknown)
                result = Kleene.Unknown;
        }

        return result;
    }

    private static Kleene TestChoice(IfCondition choice, Frame frame)
    {
        var test = Test(choice.Test, frame);
        if (test == Kleene.True)
            return Test(choice.Then, frame);
        if (test == Kleene.False)
            return Test(choice.Else, frame);
        var then = Test(choice.Then, frame);
        return then == Test(choice.Else, frame) ? then : Kleene.Unknown;
    }

    private static bool TryChoice(IfNumber choice, Frame frame, out long value)
    {
        var test = Test(choice.Test, frame);
        if (test == Kleene.True)
            return TryNumber(choice.Then, frame, out value);
        if (test == Kleene.False)
            return TryNumber(choice.Else, frame, out value);
        return TryNumber(choice.Then, frame, out value) && TryNumber(choice.Else, frame, out var other) && value == other;
    }

    private static bool TryAggregate(Aggregate aggregate, Frame frame, out long value)
    {
        value = 0;
        if (frame.Items(aggregate.Collection) is not { } items)
            return false;
        var found = false;
        for (var index = 0; index < items.Count; index++)
        {
            frame.Enter(aggregate.Collection, aggregate.Depth, items[index], index);
            var passes = Test(aggregate.Filter, frame);
            if (passes == Kleene.Unknown)
                return false;
            if (passes == Kleene.False)
                continue;
            if (aggregate.Value is null)
            {
                value++;
                continue;
            }

            if (!TryNumber(aggregate.Value, frame, out var item))
                return false;
            value = (aggregate.Aggregation, found) switch
            {
                (Aggregation.Sum, _) => checked(value + item),
                (_, false) => item,
                (Aggregation.Min, _) => Math.Min(value, item),
                _ => Math.Max(value, item),
            };
            found = true;
        }

        return found || aggregate.Aggregation is Aggregation.Count or Aggregation.Sum;
    }

    private static bool TryCombine(
        QuotientArithmetic operation, (Int128 Numerator, Int128 Denominator) a, (Int128 Numerator, Int128 Denominator) b,
        out Int128 numerator, out Int128 denominator)
    {
        checked
        {
            (numerator, denominator) = operation switch
            {
                QuotientArithmetic.Add => (a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator),
                QuotientArithmetic.Subtract => (a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator),
                QuotientArithmetic.Multiply => (a.Numerator * b.Numerator, a.Denominator * b.Denominator),
                _ => (a.Numerator * b.Denominator, a.Denominator * b.Numerator),
            };
        }

        if (denominator == 0)
            return false;
        var divisor = (Int128)BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator < 0)
            divisor = -divisor;
        (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return true;
    }
}
