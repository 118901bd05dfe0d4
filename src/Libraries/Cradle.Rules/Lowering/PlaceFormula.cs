namespace Cradle.Rules.Lowering;

/// <summary>An operation on figures of one division, as a figure of that division.</summary>
/// <param name="Body">The operation; everything in it is a constant, a figure of the division, or made of such.</param>
internal sealed record PlaceFormula(Op Body) : PlaceFunction
{
    public override (long Low, long High) Range => (Body.Low, Body.High);

    public static bool CanEvaluate(OpKind kind) => kind is OpKind.Not or OpKind.And or OpKind.Equal or OpKind.Less
        or OpKind.Add or OpKind.Subtract or OpKind.Multiply or OpKind.Min or OpKind.Max or OpKind.Select;

    public override long Of(long code) => Evaluate(Body, code);

    public override string ToString() => $"by place {Body}";

    private static long Evaluate(Op op, long code)
    {
        if (op.IsConstant)
            return op.Constant;
        if (op.Kind == OpKind.Place)
            return op.Place.Of(code);
        var first = Evaluate(op.First, code);
        if (op.Kind == OpKind.Not)
            return 1 - first;
        if (op.Kind == OpKind.Select)
            return Evaluate(first != 0 ? op.Second : op.Operands[2], code);
        var second = Evaluate(op.Second, code);
        return op.Kind switch
        {
            OpKind.And => first & second,
            OpKind.Equal => first == second ? 1 : 0,
            OpKind.Less => first < second ? 1 : 0,
            OpKind.Add => first + second,
            OpKind.Subtract => first - second,
            OpKind.Multiply => first * second,
            OpKind.Min => Math.Min(first, second),
            _ => Math.Max(first, second),
        };
    }
}
