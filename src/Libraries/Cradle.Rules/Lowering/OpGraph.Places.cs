namespace Cradle.Rules.Lowering;

/// <content>Whatever depends on one division and on nothing else is worked out once for each place, so that a chain of thirty provinces costs an index.</content>
internal sealed partial class OpGraph
{
    private Op ByPlace(Op op)
    {
        // a negation stays one, so that it meets what it negates
        if (!PlaceFormula.CanEvaluate(op.Kind) || op.Kind == OpKind.Not || IsPlaceTest(op))
            return op;
        Op? division = null;
        foreach (var operand in op.Operands)
        {
            if (operand.IsConstant)
                continue;
            if (DivisionOf(operand) is not { } own || division is not null && division != own)
                return op;
            division = own;
        }

        if (division is null)
            return op;
        var place = Intern(OpKind.Place, [division], 0, new PlaceFormula(op), op.Low, op.High);
        return op.IsBit ? Equal(place, Constant(1)) : place;
    }

    private static Op? DivisionOf(Op op) =>
        op.Kind == OpKind.Place ? op.First
        : op.Kind == OpKind.Not ? DivisionOf(op.First)
        : IsPlaceTest(op) ? DivisionOf(op.First) ?? DivisionOf(op.Second)
        : null;

    /// <summary>A figure of a place compared with a constant: as simple as it can be.</summary>
    private static bool IsPlaceTest(Op op) =>
        op.Kind is OpKind.Equal or OpKind.Less
        && (op.First.Kind == OpKind.Place && op.Second.IsConstant || op.Second.Kind == OpKind.Place && op.First.IsConstant);
}
