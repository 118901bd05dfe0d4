using System.Globalization;
using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>Comparisons and memberships: unknown where an operand is, as in SQL.</summary>
internal static class ComparisonSql
{
    public static SqlText? Translate(Node node, SqlContext context) => node switch
    {
        Compare compare => Compared(SqlExpression.Of(compare.Left, context), compare.Comparator, SqlExpression.Of(compare.Right, context)),
        InList list => In(SqlExpression.Of(list.Operand, context), list),
        Within within => Within(SqlExpression.Of(within.Division, context), within.Outer),
        HasMember member => Bits(SqlExpression.Of(member.Set, context), member.Member),
        IsEmpty empty => SqlExpression.Of(empty.Set, context) is var set ? new SqlText($"{set.Atom} = 0", MayBeNull: set.MayBeNull) : null,
        _ => null,
    };

    /// <summary>Whether a division, written with two, four or six digits, lies in another or is it.</summary>
    public static SqlText Within(SqlText division, long outer) => outer == 0
        ? new SqlText($"{division.Atom} >= 0", MayBeNull: division.MayBeNull)   // every known place lies in the nation
        : new SqlText(string.Create(CultureInfo.InvariantCulture, $"{outer} IN ({division.Atom}, {division.Atom} / 100, {division.Atom} / 10000)"), MayBeNull: division.MayBeNull);

    private static SqlText Compared(SqlText left, Comparator comparator, SqlText right) =>
        new($"{left.Atom} {SymbolOf(comparator)} {right.Atom}", MayBeNull: left.MayBeNull || right.MayBeNull);

    private static string SymbolOf(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.NotEqual => "<>",
        Comparator.Less => "<",
        Comparator.LessOrEqual => "<=",
        Comparator.Greater => ">",
        _ => ">=",
    };

    private static SqlText In(SqlText operand, InList list)
    {
        var values = list.Values.Distinct().Select(value => list.Operand.Type.Kind == ValueKind.Date ? SqlText.Day(value) : SqlText.Whole(value));
        return new SqlText($"{operand.Atom} IN ({string.Join(", ", values)})", MayBeNull: operand.MayBeNull);
    }

    private static SqlText Bits(SqlText set, int member) =>
        new(string.Create(CultureInfo.InvariantCulture, $"({set.Wide} >> {member} & 1) = 1"), MayBeNull: set.MayBeNull);
}
