using System.Numerics;
using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <summary>
/// Exact fractions as numerator over denominator. What varies is not reduced; the ranges prove that both fit, and then the rounded value is the same.
/// The meaning is <see cref="Evaluation.Interpreter.TryQuotient"/>.
/// </summary>
internal static class FractionLowering
{
    /// <exception cref="NotLoweredException">It cannot be proven that numerator and denominator fit.</exception>
    public static LowNumber LowerRounded(this LoweringScope scope, Rounded rounded)
    {
        var graph = scope.Graph;
        var fraction = Lower(scope, rounded.Operand);
        if (rounded.Type.Kind == ValueKind.Rate)
            fraction = Reduced(fraction, (Int128)fraction.Up * RuleType.RateScale, fraction.Down);
        return new(fraction.Known, graph.Divide(rounded.Mode, Numerator(graph, fraction), Denominator(graph, fraction)));
    }

    private static LowFraction Lower(LoweringScope scope, Quotient quotient)
    {
        var graph = scope.Graph;
        var one = graph.Constant(1);
        if (quotient is QuotientOf of)
        {
            var number = scope.Lower(of.Operand);
            var fraction = new LowFraction(number.Known, number.Value, one, 1, 1);
            var scale = of.Operand.Type.Kind == ValueKind.Rate ? RuleType.RateScale : 1;
            return number.Value is { Kind: OpKind.Constant, Constant: not 0 and var constant }
                ? Reduced(fraction with { Numerator = one }, constant, scale)
                : Reduced(fraction, 1, scale);
        }

        var binary = (QuotientBinary)quotient;
        var (a, b) = (Lower(scope, binary.Left), Lower(scope, binary.Right));
        var known = graph.And(a.Known, b.Known);
        return binary.Operation switch
        {
            QuotientArithmetic.Multiply => Reduced(
                new(known, graph.Multiply(a.Numerator, b.Numerator), graph.Multiply(a.Denominator, b.Denominator), 1, 1), (Int128)a.Up * b.Up, (Int128)a.Down * b.Down),
            QuotientArithmetic.Divide => Divide(graph, known, a, b),
            _ => Sum(graph, known, a, b, binary.Operation == QuotientArithmetic.Add ? Arithmetic.Add : Arithmetic.Subtract),
        };
    }

    private static LowFraction Sum(OpGraph graph, Op known, LowFraction a, LowFraction b, Arithmetic operation) => new(
        known,
        graph.Combine(operation, graph.Multiply(Numerator(graph, a), Denominator(graph, b)), graph.Multiply(Numerator(graph, b), Denominator(graph, a))),
        graph.Multiply(Denominator(graph, a), Denominator(graph, b)), 1, 1);

    private static LowFraction Divide(OpGraph graph, Op known, LowFraction a, LowFraction b)
    {
        var (zero, one) = (graph.Constant(0), graph.Constant(1));
        var (up, down) = ((Int128)a.Up * b.Down, (Int128)a.Down * b.Up);
        var numerator = graph.Multiply(a.Numerator, b.Denominator);
        var denominator = graph.Multiply(a.Denominator, b.Numerator);
        var negative = graph.Less(denominator, zero);
        numerator = graph.Select(negative, graph.Subtract(zero, numerator), numerator);
        denominator = graph.Select(negative, graph.Subtract(zero, denominator), denominator);
        // of a division by zero nothing is read, but one is divided by
        return Reduced(new(graph.And(known, graph.Not(graph.Equal(denominator, zero))), numerator, graph.Max(denominator, one), 1, 1), up, down);
    }

    private static LowFraction Reduced(LowFraction fraction, Int128 up, Int128 down)
    {
        var divisor = (Int128)BigInteger.GreatestCommonDivisor(up, down);
        divisor = down < 0 ? -divisor : divisor;
        (up, down) = (up / divisor, down / divisor);
        return up < long.MinValue || up > long.MaxValue || down > long.MaxValue
            ? throw new NotLoweredException($"The fraction {up}/{down} does not fit 64 bits.")
            : fraction with { Up = (long)up, Down = (long)down };
    }

    private static Op Numerator(OpGraph graph, LowFraction fraction) => graph.Multiply(fraction.Numerator, graph.Constant(fraction.Up));

    private static Op Denominator(OpGraph graph, LowFraction fraction) => graph.Multiply(fraction.Denominator, graph.Constant(fraction.Down));
}
