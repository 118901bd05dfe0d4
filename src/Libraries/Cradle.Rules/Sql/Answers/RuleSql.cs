using Cradle.Rules.Packs;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql.Answers;

/// <summary>One rule of an instance in SQL: whether it applies, its value, and how far an unknown value is bounded.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">TRUE, FALSE or NULL.</param>
/// <param name="Value">The value; NULL where unknown, null where the rule has none.</param>
/// <param name="Bounds">Bounds of the value; those of a known value are itself.</param>
internal sealed record RuleSql(Rule Rule, SqlText Applies, SqlText? Value, SqlBounds? Bounds)
{
    private static readonly SqlText Always = new("TRUE", IsAtom: true, MayBeNull: false);

    /// <summary>Whether it applies whatever the family.</summary>
    public bool IsAlways => Applies.Text == Always.Text;

    public static RuleSql Of(Rule rule, SqlContext context)
    {
        var applies = rule.When is null ? Always : context.Part(rule.When);
        if (rule.Value is { } value)
            return new RuleSql(rule, applies, context.Part(value), BoundsSql.Of(value, context).In(context));
        return rule.Table is { } table ? TableSql.Of(rule, table, rule.When is null ? Always : SqlExpression.Of(rule.When, context), context) : new RuleSql(rule, applies, null, null);
    }
}
