using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>Checked 64-bit arithmetic: PostgreSQL refuses what does not fit a <c>bigint</c>, as the interpreter does.</summary>
internal static class ArithmeticSql
{
    public static SqlText? Translate(Node node, SqlContext context)
    {
        if (node is not Binary binary)
            return null;
        var (left, right) = (SqlExpression.Of(binary.Left, context), SqlExpression.Of(binary.Right, context));
        return Combine(binary, left, right);
    }

    /// <summary>The operation of a node on operands of its kinds.</summary>
    public static SqlText Combine(Binary binary, SqlText left, SqlText right)
    {
        var mayBeNull = left.MayBeNull || right.MayBeNull;
        return (binary.Operation, binary.Left.Type.Kind, binary.Right.Type.Kind) switch
        {
            (Arithmetic.Min, _, _) => Extreme("least", left, right),
            (Arithmetic.Max, _, _) => Extreme("greatest", left, right),
            (_, ValueKind.Date, ValueKind.Date) => new SqlText($"({left.Atom} - {right.Atom})::bigint", IsAtom: true, IsWide: true, mayBeNull),
            (_, ValueKind.Date, _) => new SqlText($"{left.Atom} {SymbolOf(binary.Operation)} {right.Atom}::integer", MayBeNull: mayBeNull),
            _ => new SqlText($"{left.Wide} {SymbolOf(binary.Operation)} {right.Wide}", IsWide: true, MayBeNull: mayBeNull),
        };
    }

    /// <summary>least and greatest pass over NULL; an extreme of something unknown is unknown.</summary>
    public static SqlText Extreme(string function, params IReadOnlyList<SqlText> operands)
    {
        var call = $"{function}({string.Join(", ", operands)})";
        var known = SqlText.Known(operands);
        return known.Length == 0
            ? new SqlText(call, IsAtom: true, MayBeNull: false)
            : SqlText.Case((known, call));
    }

    private static string SymbolOf(Arithmetic operation) => operation switch
    {
        Arithmetic.Add => "+",
        Arithmetic.Subtract => "-",
        _ => "*",
    };
}
