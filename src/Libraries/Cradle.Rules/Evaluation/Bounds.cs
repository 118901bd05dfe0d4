using Cradle.Rules.Binding;

namespace Cradle.Rules.Evaluation;

/// <summary>The least and greatest value a number can still take; interval arithmetic over the ranges of the vocabulary.</summary>
internal static class Bounds
{
    /// <summary>Bounds of a number, or null where there are none.</summary>
    public static (long Low, long High)? Of(Number number, Frame frame)
    {
        if (Interpreter.TryNumber(number, frame, out var known))
            return (known, known);
        switch (number)
        {
            case FactNumber { Fact: { Minimum: { } low, Maximum: { } high } }:
                return (low, high);
            case Retyped retyped:
                return Of(retyped.Operand, frame);
            case DefinedNumber defined:
                return Of(defined.Body, frame);
            case IfNumber choice:
                return Interpreter.Test(choice.Test, frame) switch
                {
                    Kleene.True => Of(choice.Then, frame),
                    Kleene.False => Of(choice.Else, frame),
                    _ => Hull(Of(choice.Then, frame), Of(choice.Else, frame)),
                };
            case Binary binary:
                return Of(binary.Left, frame) is { } left && Of(binary.Right, frame) is { } right ? Combine(binary.Operation, left, right) : null;
            case Aggregate { Aggregation: Aggregation.Count } count when frame.Items(count.Collection) is { } items:
                return (0, items.Count);
            default:
                return null;
        }
    }

    /// <summary>The smallest interval around both; null where either has none.</summary>
    public static (long Low, long High)? Hull((long Low, long High)? a, (long Low, long High)? b) =>
        a is { } first && b is { } second ? (Math.Min(first.Low, second.Low), Math.Max(first.High, second.High)) : null;

    private static (long Low, long High)? Combine(Arithmetic operation, (long Low, long High) a, (long Low, long High) b)
    {
        try
        {
            long[] corners =
            [
                Interpreter.Combine(operation, a.Low, b.Low), Interpreter.Combine(operation, a.Low, b.High),
                Interpreter.Combine(operation, a.High, b.Low), Interpreter.Combine(operation, a.High, b.High),
            ];
            return (corners.Min(), corners.Max());
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
