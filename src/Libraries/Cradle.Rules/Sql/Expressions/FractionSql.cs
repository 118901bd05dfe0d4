using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>Exact arithmetic of fractions in <c>numeric</c>.</summary>
internal static class FractionSql
{
    public static SqlFraction Of(Quotient quotient, SqlContext context) => quotient switch
    {
        QuotientOf of => new SqlFraction(Whole(of.Operand, context), SqlFactor.Of(of.Operand.Type.Kind == ValueKind.Rate ? RuleType.RateScale : 1)),
        QuotientBinary binary => Combine(binary.Operation, Of(binary.Left, context), Of(binary.Right, context)),
        _ => throw new InvalidOperationException($"{quotient.Position}: {quotient.GetType().Name} has no SQL yet."),
    };

    private static SqlFactor Whole(Number number, SqlContext context)
    {
        if (number is Constant constant)
            return SqlFactor.Of(constant.Value);
        var value = SqlExpression.Of(number, context);
        return new SqlFactor(new SqlText($"{value.Atom}::numeric", IsAtom: true, MayBeNull: value.MayBeNull), null);
    }

    private static SqlFraction Combine(QuotientArithmetic operation, SqlFraction a, SqlFraction b) => operation switch
    {
        QuotientArithmetic.Add => Sum(a, "+", b),
        QuotientArithmetic.Subtract => Sum(a, "-", b),
        QuotientArithmetic.Multiply => new SqlFraction(a.Numerator * b.Numerator, a.Denominator * b.Denominator),
        _ => new SqlFraction(a.Numerator * b.Denominator, a.Denominator * b.Numerator.UnlessZero()),
    };

    private static SqlFraction Sum(SqlFraction a, string symbol, SqlFraction b)
    {
        var same = a.Denominator.Literal is { } literal && literal == b.Denominator.Literal;
        var (left, right) = same ? (a.Numerator, b.Numerator) : (a.Numerator * b.Denominator, b.Numerator * a.Denominator);
        var sum = new SqlText($"{left.Numeric} {symbol} {right.Text.Atom}", MayBeNull: left.MayBeNull || right.MayBeNull);
        return new SqlFraction(new SqlFactor(sum, null), same ? a.Denominator : a.Denominator * b.Denominator);
    }
}
