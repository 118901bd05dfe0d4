using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql.Expressions;

/// <summary>if … then … else and first_known. CASE takes its last branch where the test is NULL; an unknown test must not.</summary>
internal static class ChoiceSql
{
    public static SqlText? Translate(Node node, SqlContext context) => node switch
    {
        IfCondition choice => Chosen(choice.Test, choice.Then, choice.Else, context),
        IfNumber choice => Chosen(choice.Test, choice.Then, choice.Else, context),
        FirstKnown first => new SqlText($"coalesce({SqlExpression.Of(first.First, context)}, {SqlExpression.Of(first.Second, context)})", IsAtom: true),
        _ => null,
    };

    private static SqlText Chosen(Condition condition, Node then, Node otherwise, SqlContext context)
    {
        var (test, yes, no) = (SqlExpression.Of(condition, context), SqlExpression.Of(then, context), SqlExpression.Of(otherwise, context));
        if (!test.MayBeNull)
            return new SqlText($"CASE WHEN {test} THEN {yes} ELSE {no} END", IsAtom: true, MayBeNull: yes.MayBeNull || no.MayBeNull);
        if (Differ(then, otherwise))
            return SqlText.Case((test.Text, yes.Text), ($"NOT {test.Atom}", no.Text));
        return SqlText.Case((test.Text, yes.Text), ($"NOT {test.Atom}", no.Text), ($"{yes.Atom} = {no.Atom}", yes.Text));
    }

    /// <summary>Two different constants never agree, whatever the test comes to.</summary>
    private static bool Differ(Node then, Node otherwise) => (then, otherwise) switch
    {
        (Constant a, Constant b) => a.Value != b.Value,
        (BoolConstant a, BoolConstant b) => a.Value != b.Value,
        _ => false,
    };
}
