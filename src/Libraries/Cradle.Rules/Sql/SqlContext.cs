using Cradle.Rules.Binding;
using Cradle.Rules.Sql.Expressions;

namespace Cradle.Rules.Sql;

/// <summary>Where an expression is translated: the day, the instance, and the loops around it.</summary>
/// <param name="AsOf">The one day of the statement.</param>
/// <param name="Loops">The loop the expression stands in, or the instance itself.</param>
/// <param name="Parent">The parent of the instance, mother or father.</param>
internal sealed record SqlContext(DateOnly AsOf, SqlLoops Loops, EntityReference Parent = EntityReference.Mother)
{
    /// <summary>Where what is looked up for a family is named: parameters, and what its lists come to; null inside a loop.</summary>
    public SqlBindings? Figures { get; init; }

    /// <summary>Where the definitions of the vocabulary are named; null where they are written out, as in a loop and in one another.</summary>
    public SqlBindings? Terms { get; init; }

    /// <summary>Where what rules, regions and days come to is named.</summary>
    public SqlBindings? Parts { get; init; }

    /// <summary>The value of the outcome, in windows.</summary>
    public SqlText? OutcomeValue { get; init; }

    /// <summary>Something looked up: written once before any term.</summary>
    public SqlText Figure(SqlText text) => Figures is null ? text : Figures.Bind(text);

    /// <summary>A node as part of an answer: written once, read by name.</summary>
    public SqlText Part(Node node)
    {
        var text = SqlExpression.Of(node, this);
        return Parts is null ? text : Parts.Bind(text);
    }

    /// <summary>A node as a term: written once before any part.</summary>
    public SqlText Term(Node node)
    {
        if (Terms is null)
            return SqlExpression.Of(node, this);
        return Terms.Bind(SqlExpression.Of(node, this with { Terms = null, Parts = null }));
    }

    /// <summary>The alias of the row an entity's facts are read from.</summary>
    public string AliasOf(EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => "family",
        EntityReference.Mother => "mother",
        EntityReference.Father => "father",
        EntityReference.Parent => ParentAlias,
        EntityReference.Spouse => ParentAlias == "mother" ? "father" : "mother",
        EntityReference.Child => "child",
        _ => SqlLoops.ItemAlias(depth),
    };

    private string ParentAlias => Parent == EntityReference.Father ? "father" : "mother";
}
