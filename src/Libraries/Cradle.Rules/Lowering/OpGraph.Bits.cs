namespace Cradle.Rules.Lowering;

/// <content>
/// Logic. There is no "or": it is written by "and" and "not", so that a bit and its negation always meet as such, whichever way each was put together.
/// </content>
internal sealed partial class OpGraph
{
    public Op Not(Op a) => a.Kind switch
    {
        OpKind.Bit => Bit(a.Constant == 0),
        OpKind.Not => a.First,
        _ => Intern(OpKind.Not, [a], 0, null, 0, 1),
    };

    public Op And(Op a, Op b)
    {
        if (a.IsFalse || b.IsFalse || IsNegation(a, b))
            return False;
        if (a.IsTrue || a == b)
            return b;
        if (b.IsTrue)
            return a;
        return Simpler(a, b) ?? Simpler(b, a) ?? Intern(OpKind.And, a.Id < b.Id ? [a, b] : [b, a], 0, null, 0, 1);
    }

    public Op Or(Op a, Op b) => Not(And(Not(a), Not(b)));

    public Op And(params ReadOnlySpan<Op> bits)
    {
        var result = True;
        foreach (var bit in bits)
            result = And(result, bit);
        return result;
    }

    public Op Or(IEnumerable<Op> bits) => bits.Aggregate(False, Or);

    /// <summary>A choice between two bits.</summary>
    public Op Choose(Op test, Op then, Op otherwise) => then == otherwise ? then : Or(And(test, then), And(Not(test), otherwise));

    private static bool IsNegation(Op a, Op b) => a.Kind == OpKind.Not && a.First == b || b.Kind == OpKind.Not && b.First == a;

    /// <summary>What is left of a ∧ b where b is made of a, of its negation, or of one of its parts.</summary>
    private Op? Simpler(Op a, Op b)
    {
        if (b.Kind == OpKind.And)
        {
            if (b.First == a || b.Second == a)
                return b;
            return Contradicts(a, b.First) || Contradicts(a, b.Second) ? False : null;
        }

        if (b is not { Kind: OpKind.Not, First.Kind: OpKind.And })
            return null;
        var (x, y) = (b.First.First, b.First.Second);
        if (Contradicts(a, x) || Contradicts(a, y))
            return a;   // then ¬(x ∧ y) holds anyway
        if (Implies(a, x))
            return And(a, Not(y));
        return Implies(a, y) ? And(a, Not(x)) : null;
    }

    private static bool Implies(Op a, Op b) => a == b || a.Kind == OpKind.And && (a.First == b || a.Second == b);

    private static bool Contradicts(Op a, Op b) => IsNegation(a, b) || a.Kind == OpKind.And && (IsNegation(a.First, b) || IsNegation(a.Second, b));
}
