using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>Facts, constants, the day, the outcome's own value, and names for expressions.</summary>
internal static class FactSql
{
    public static SqlText? Translate(Node node, SqlContext context) => node switch
    {
        FactCondition fact => Column(fact.Fact, fact.Entity, fact.Depth, context),
        FactNumber fact => Column(fact.Fact, fact.Entity, fact.Depth, context),
        Constant { Type.Kind: ValueKind.Date } date => SqlText.Day(date.Value),
        Constant constant => SqlText.Whole(constant.Value),
        BoolConstant constant => new SqlText(constant.Value ? "TRUE" : "FALSE", IsAtom: true, MayBeNull: false),
        AsOf => SqlText.Day(context.AsOf.DayNumber),
        OutcomeValue => context.OutcomeValue ?? SqlText.Null,
        DefinedCondition defined => context.Term(defined.Body),
        DefinedNumber defined => context.Term(defined.Body),
        Retyped retyped => SqlExpression.Of(retyped.Operand, context),
        _ => null,
    };

    private static SqlText Column(Packs.FactDefinition fact, EntityReference entity, int depth, SqlContext context) =>
        new($"{context.AliasOf(entity, depth)}.{SqlLayout.ColumnOf(fact)}", IsAtom: true, IsWide: SqlLayout.TypeOf(fact) == "bigint");
}
