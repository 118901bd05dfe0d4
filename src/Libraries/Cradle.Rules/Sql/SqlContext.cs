using Cradle.Rules.Binding;

namespace Cradle.Rules.Sql;

/// <summary>Where an expression is translated: the day, the instance, and the loops around it.</summary>
/// <param name="AsOf">The one day of the statement.</param>
/// <param name="Loops">The loop the expression stands in, or the instance itself.</param>
/// <param name="Parent">The parent of the instance, mother or father.</param>
internal sealed record SqlContext(DateOnly AsOf, SqlLoops Loops, EntityReference Parent = EntityReference.Mother)
{
    /// <summary>The value of the outcome, in windows.</summary>
    public SqlText? OutcomeValue { get; init; }

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
