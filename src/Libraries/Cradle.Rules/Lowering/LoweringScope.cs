using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Rules.Lowering;

/// <summary>Where an expression is lowered: the policy, the day, which parent the instance is of, and the value of the outcome in a window.</summary>
internal sealed record LoweringScope(CompiledPolicy Policy, OpGraph Graph, Op Today, EntityReference Parent)
{
    /// <summary>The value of the outcome; only in windows.</summary>
    public LowNumber? OutcomeValue { get; init; }

    /// <summary>The collections of the loops that are open, outermost first.</summary>
    public IReadOnlyList<PopulationTable> Loops { get; init; } = [];

    /// <summary>The column that a fact is read from.</summary>
    public ColumnReference Column(FactDefinition fact, EntityReference entity, int depth) => entity switch
    {
        EntityReference.Family => new ColumnReference(PopulationTable.Family, fact, RowVariable.Family),
        EntityReference.Child => new ColumnReference(PopulationTable.Children, fact, RowVariable.Child),
        EntityReference.Item => new ColumnReference(Loops[depth], fact, RowVariable.Item + depth),
        _ => new ColumnReference(IsMother(entity) ? PopulationTable.Mother : PopulationTable.Father, fact, RowVariable.Family),
    };

    /// <summary>The loop over a collection.</summary>
    public Loop Loop(CollectionReference collection, int depth) => new(Table(collection), RowVariable.Item + depth);

    /// <summary>The scope inside a loop.</summary>
    public LoweringScope Inside(Loop loop) => this with { Loops = [.. Loops.Take(loop.Row - RowVariable.Item), loop.Table] };

    private PopulationTable Table(CollectionReference collection) =>
        collection.Kind == CollectionKind.Children ? PopulationTable.Children
        : IsMother(collection.Owner) ? PopulationTable.MotherElders : PopulationTable.FatherElders;

    private bool IsMother(EntityReference entity) => entity switch
    {
        EntityReference.Father => false,
        EntityReference.Parent => Parent == EntityReference.Mother,
        EntityReference.Spouse => Parent != EntityReference.Mother,
        _ => true,
    };
}
