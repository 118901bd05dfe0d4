using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <summary>
/// Exact fractions as numerator over denominator. They are not reduced; the ranges prove that both fit, and then the rounded value is the same.
/// The meaning is <see cref="Evaluation.Interpreter.TryQuotient"/>.
/// </summary>
internal static class FractionLowering
{
    public static LowNumber LowerRounded(this LoweringScope scope, Rounded rounded)
    {
        var graph = scope.Graph;
        var fraction = Lower(scope, rounded.Operand);
        var numerator = rounded.Type.Kind == ValueKind.Rate ? graph.Multiply(fraction.Numerator, graph.Constant(RuleType.RateScale)) : fraction.Numerator;
        return new(fraction.Known, graph.Divide(rounded.Mode, numerator, fraction.Denominator));
    }

    private static LowFraction Lower(LoweringScope scope, Quotient quotient)
    {
        var graph = scope.Graph;
        if (quotient is QuotientOf of)
        {
            var number = scope.Lower(of.Operand);
            return new(number.Known, number.Value, graph.Constant(of.Operand.Type.Kind == ValueKind.Rate ? RuleType.RateScale : 1));
        }

        var binary = (QuotientBinary)quotient;
        var (a, b) = (Lower(scope, binary.Left), Lower(scope, binary.Right));
        var known = graph.And(a.Known, b.Known);
        return binary.Operation switch
        {
            QuotientArithmetic.Add => new(known, graph.Add(graph.Multiply(a.Numerator, b.Denominator), graph.Multiply(b.Numerator, a.Denominator)), graph.Multiply(a.Denominator, b.Denominator)),
            QuotientArithmetic.Subtract => new(known, graph.Subtract(graph.Multiply(a.Numerator, b.Denominator), graph.Multiply(b.Numerator, a.Denominator)), graph.Multiply(a.Denominator, b.Denominator)),
            QuotientArithmetic.Multiply => new(known, graph.Multiply(a.Numerator, b.Numerator), graph.Multiply(a.Denominator, b.Denominator)),
            _ => Divide(graph, known, a, b),
        };
    }

    private static LowFraction Divide(OpGraph graph, Op known, LowFraction a, LowFraction b)
    {
        var numerator = graph.Multiply(a.Numerator, b.Denominator);
        var denominator = graph.Multiply(a.Denominator, b.Numerator);
        var zero = graph.Constant(0);
        var negative = graph.Less(denominator, zero);
        numerator = graph.Select(negative, graph.Subtract(zero, numerator), numerator);
        denominator = graph.Select(negative, graph.Subtract(zero, denominator), denominator);
        // of a division by zero nothing is read, but one is divided by
        return new(graph.And(known, graph.Not(graph.Equal(denominator, zero))), numerator, graph.Max(denominator, graph.Constant(1)));
    }
}
