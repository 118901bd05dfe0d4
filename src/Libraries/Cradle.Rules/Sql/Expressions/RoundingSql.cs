using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>
/// A fraction made whole. Numerator and denominator stay whole numbers of unbounded <c>numeric</c> until <c>div</c> divides them once, without rest: the quotient of two
/// <c>numeric</c> is itself rounded to some sixteen digits, and may land on a half that is none.
/// </summary>
internal static class RoundingSql
{
    public static SqlText? Translate(Node node, SqlContext context)
    {
        if (node is not Rounded rounded)
            return null;
        var fraction = FractionSql.Of(rounded.Operand, context);
        if (rounded.Type.Kind == ValueKind.Rate)
            fraction = fraction with { Numerator = fraction.Numerator * SqlFactor.Of(RuleType.RateScale) };
        return new SqlText($"{Round(rounded.Mode, fraction)}::bigint", IsAtom: true, IsWide: true, fraction.MayBeNull);
    }

    private static string Round(RoundingMode mode, SqlFraction fraction)
    {
        var (numerator, denominator) = (fraction.Numerator.Numeric, fraction.Denominator.Text);
        if (mode == RoundingMode.Down)
            return $"div({numerator}, {denominator})";   // towards zero
        var sign = fraction.IsPositive ? $"sign({numerator})" : $"sign({numerator}) * sign({denominator})";
        var divisor = fraction.IsPositive ? denominator.Atom : $"abs({denominator})";
        return mode == RoundingMode.HalfUp
            ? $"({sign} * div(2 * abs({numerator}) + {divisor}, 2 * {divisor}))"
            : $"({sign} * div(abs({numerator}) + {divisor} - 1, {divisor}))";
    }
}
