using Cradle.Rules.Binding;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql.Answers;

/// <summary>The least and greatest value a number can still take, as <see cref="Evaluation.Bounds"/> has them; NULL where there are none.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
/// <param name="Widens">Whether there may be bounds while the value itself is unknown.</param>
internal sealed record SqlBounds(SqlText Low, SqlText High, bool Widens)
{
    /// <summary>The same, read by name.</summary>
    public SqlBounds In(SqlContext context) => context.Parts is { } parts ? this with { Low = parts.Bind(Low), High = parts.Bind(High) } : this;
}

/// <inheritdoc cref="SqlBounds"/>
internal static class BoundsSql
{
    public static SqlBounds Of(Number number, SqlContext context)
    {
        var value = SqlExpression.Of(number, context);
        if (!value.MayBeNull || Unknown(number, context) is not { } open)
            return new SqlBounds(value, value, false);
        return new SqlBounds(Or(value, open.Low), Or(value, open.High), true);
    }

    /// <summary>Bounds of a number that is not known.</summary>
    private static SqlBounds? Unknown(Number number, SqlContext context)
    {
        switch (number)
        {
            case FactNumber { Fact: { Minimum: { } low, Maximum: { } high } }:
                return new SqlBounds(SqlText.Whole(low), SqlText.Whole(high), true);
            case Retyped retyped:
                return Unknown(retyped.Operand, context);
            case DefinedNumber defined:
                return Unknown(defined.Body, context);
            case IfNumber choice:
                var test = SqlExpression.Of(choice.Test, context);
                var (then, otherwise) = (Of(choice.Then, context), Of(choice.Else, context));
                return new SqlBounds(
                    Choose(test, then.Low, otherwise.Low, ArithmeticSql.Extreme("least", then.Low, otherwise.Low)),
                    Choose(test, then.High, otherwise.High, ArithmeticSql.Extreme("greatest", then.High, otherwise.High)), true);
            case Binary binary:
                return Combine(binary, Of(binary.Left, context), Of(binary.Right, context));
            case Aggregate { Aggregation: Aggregation.Count } count:
                var items = LoopSql.Items(count.Collection, count.Depth, context);
                return new SqlBounds(SqlText.Case(($"{items.Atom} IS NOT NULL", "0")), items, true);
            default:
                return null;
        }
    }

    private static SqlBounds? Combine(Binary binary, SqlBounds left, SqlBounds right)
    {
        if (!left.Widens && !right.Widens)
            return null;
        if (binary.Operation is Arithmetic.Min or Arithmetic.Max)
            return new SqlBounds(Corner(left.Low, right.Low), Corner(left.High, right.High), true);
        SqlText[] corners = [Corner(left.Low, right.Low), Corner(left.Low, right.High), Corner(left.High, right.Low), Corner(left.High, right.High)];
        return new SqlBounds(ArithmeticSql.Extreme("least", corners), ArithmeticSql.Extreme("greatest", corners), true);

        SqlText Corner(SqlText a, SqlText b) => ArithmeticSql.Combine(binary, a, b);
    }

    private static SqlText Choose(SqlText test, SqlText then, SqlText otherwise, SqlText either) =>
        new($"CASE WHEN {test} THEN {then} WHEN NOT {test.Atom} THEN {otherwise} ELSE {either} END", IsAtom: true);

    private static SqlText Or(SqlText value, SqlText open) => new($"coalesce({value}, {open})", IsAtom: true, value.IsWide, open.MayBeNull);
}
