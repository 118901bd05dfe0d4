using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>Kleene logic, which is SQL's own.</summary>
internal static class LogicSql
{
    public static SqlText? Translate(Node node, SqlContext context) => node switch
    {
        And and => Junction(and.Operands, " AND ", context),
        Or or => Junction(or.Operands, " OR ", context),
        Not not => SqlExpression.Of(not.Operand, context) is var operand ? new SqlText($"NOT {operand.Atom}", MayBeNull: operand.MayBeNull) : null,
        _ => null,
    };

    private static SqlText Junction(IReadOnlyList<Condition> operands, string symbol, SqlContext context)
    {
        var texts = operands.Select(operand => SqlExpression.Of(operand, context)).ToList();
        return texts.Count == 1 ? texts[0] : new SqlText(string.Join(symbol, texts.Select(text => text.Atom)), MayBeNull: texts.Exists(text => text.MayBeNull));
    }
}
