using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>
/// Writes the intermediate representation as PostgreSQL 15: a condition as a boolean in which NULL is unknown, a number as <c>bigint</c> (a date as
/// <c>date</c>) in which NULL is unknown. One translator a family of functions; each gives null for what is not its own.
/// </summary>
internal static class SqlExpression
{
    private static readonly Func<Node, SqlContext, SqlText?>[] Translators =
        [FactSql.Translate, LogicSql.Translate, ComparisonSql.Translate, ArithmeticSql.Translate, ChoiceSql.Translate, CalendarSql.Translate, RoundingSql.Translate, LoopSql.Translate,
        ParameterSql.Translate];

    /// <summary>The SQL of a node.</summary>
    /// <exception cref="InvalidOperationException">No translator knows the node: the language has grown, the SQL has not.</exception>
    public static SqlText Of(Node node, SqlContext context)
    {
        foreach (var translate in Translators)
            if (translate(node, context) is { } sql)
                return sql;
        throw new InvalidOperationException($"{node.Position}: {node.GetType().Name} has no SQL yet. Add it to one of the translators in Cradle.Rules/Sql/Expressions.");
    }
}
