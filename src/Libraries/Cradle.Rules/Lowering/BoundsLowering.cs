using Cradle.Rules.Binding;

namespace Cradle.Rules.Lowering;

/// <summary>The least and greatest value a number can still take; the meaning is <see cref="Evaluation.Bounds.Of"/>.</summary>
internal static class BoundsLowering
{
    public static LowBounds BoundsOf(this LoweringScope scope, Number number)
    {
        var graph = scope.Graph;
        var known = scope.Lower(number);
        if (known.Known.IsTrue)
            return new(graph.True, known.Value, known.Value);
        var open = WhileUnknown(scope, number);
        return new(graph.Or(known.Known, open.Bounded), graph.Select(known.Known, known.Value, open.Low), graph.Select(known.Known, known.Value, open.High));
    }

    public static LowBounds Hull(this OpGraph graph, LowBounds a, LowBounds b) => new(graph.And(a.Bounded, b.Bounded), graph.Min(a.Low, b.Low), graph.Max(a.High, b.High));

    public static LowBounds Choose(this OpGraph graph, Op test, LowBounds then, LowBounds otherwise) => new(
        graph.Choose(test, then.Bounded, otherwise.Bounded), graph.Select(test, then.Low, otherwise.Low), graph.Select(test, then.High, otherwise.High));

    public static LowBounds NoBounds(this OpGraph graph) => new(graph.False, graph.Constant(0), graph.Constant(0));

    private static LowBounds WhileUnknown(LoweringScope scope, Number number)
    {
        var graph = scope.Graph;
        switch (number)
        {
            case FactNumber { Fact: { Minimum: { } low, Maximum: { } high } }:
                return new(graph.True, graph.Constant(low), graph.Constant(high));
            case Retyped retyped:
                return scope.BoundsOf(retyped.Operand);
            case DefinedNumber defined:
                return scope.BoundsOf(defined.Body);
            case IfNumber choice:
                var test = scope.Lower(choice.Test);
                var (then, otherwise) = (scope.BoundsOf(choice.Then), scope.BoundsOf(choice.Else));
                return graph.Choose(test.True, then, graph.Choose(test.False, otherwise, graph.Hull(then, otherwise)));
            case Binary binary:
                return Combine(graph, binary.Operation, scope.BoundsOf(binary.Left), scope.BoundsOf(binary.Right));
            case Aggregate { Aggregation: Aggregation.Count } count:
                var loop = scope.Loop(count.Collection, count.Depth);
                return new(graph.ListKnown(loop.Table), graph.Constant(0), graph.Sum(loop, graph.Constant(1)));
            default:
                return graph.NoBounds();
        }
    }

    private static LowBounds Combine(OpGraph graph, Arithmetic operation, LowBounds a, LowBounds b)
    {
        var bounded = graph.And(a.Bounded, b.Bounded);
        if (operation == Arithmetic.Subtract)
            return new(bounded, graph.Subtract(a.Low, b.High), graph.Subtract(a.High, b.Low));
        if (operation != Arithmetic.Multiply)
            return new(bounded, graph.Combine(operation, a.Low, b.Low), graph.Combine(operation, a.High, b.High));
        Op[] corners = [graph.Multiply(a.Low, b.Low), graph.Multiply(a.Low, b.High), graph.Multiply(a.High, b.Low), graph.Multiply(a.High, b.High)];
        return new(bounded, corners.Aggregate(graph.Min), corners.Aggregate(graph.Max));
    }
}
