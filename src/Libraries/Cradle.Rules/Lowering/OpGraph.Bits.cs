namespace Cradle.Rules.Lowering;

/// <content>Logic.</content>
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
        // a ∧ (a ∨ c) = a; a ∧ (¬a ∨ c) = a ∧ c; and the same the other way round
        if (Absorbed(a, b, OpKind.Or, out var shorter) || Absorbed(b, a, OpKind.Or, out shorter))
            return shorter ?? (b.Kind == OpKind.Or && Has(b, a) ? a : b);
        return Has(a, b, OpKind.And) ? a : Has(b, a, OpKind.And) ? b : Ordered(OpKind.And, a, b);
    }

    public Op Or(Op a, Op b)
    {
        if (a.IsTrue || b.IsTrue || IsNegation(a, b))
            return True;
        if (a.IsFalse || a == b)
            return b;
        if (b.IsFalse)
            return a;
        if (Absorbed(a, b, OpKind.And, out var shorter) || Absorbed(b, a, OpKind.And, out shorter))
            return shorter ?? (b.Kind == OpKind.And && Has(b, a) ? a : b);
        return Has(a, b, OpKind.Or) ? a : Has(b, a, OpKind.Or) ? b : Ordered(OpKind.Or, a, b);
    }

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

    private static bool Has(Op junction, Op operand) => junction.First == operand || junction.Second == operand;

    private static bool Has(Op junction, Op operand, OpKind kind) => junction.Kind == kind && Has(junction, operand);

    /// <summary>Whether b is a junction of the other kind that a makes superfluous, or of which a leaves only one half.</summary>
    private bool Absorbed(Op a, Op b, OpKind other, out Op? shorter)
    {
        shorter = null;
        if (b.Kind != other)
            return false;
        if (Has(b, a))
            return true;
        if (IsNegation(a, b.First))
            shorter = other == OpKind.Or ? And(a, b.Second) : Or(a, b.Second);
        else if (IsNegation(a, b.Second))
            shorter = other == OpKind.Or ? And(a, b.First) : Or(a, b.First);
        return shorter is not null;
    }

    private Op Ordered(OpKind kind, Op a, Op b) => Intern(kind, a.Id < b.Id ? [a, b] : [b, a], 0, null, 0, 1);
}
