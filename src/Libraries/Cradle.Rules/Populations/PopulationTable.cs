using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations;

/// <summary>The tables of a population: one row a family in the first three, contiguous ranges of rows a family in the others.</summary>
public enum PopulationTable
{
    /// <summary>Families, one row each.</summary>
    Family,

    /// <summary>Mothers, the row of their family.</summary>
    Mother,

    /// <summary>Fathers, the row of their family.</summary>
    Father,

    /// <summary>Children, family by family.</summary>
    Children,

    /// <summary>The mothers' own parents in hospital, family by family.</summary>
    MotherElders,

    /// <summary>The fathers' own parents in hospital, family by family.</summary>
    FatherElders,
}

/// <summary>What the tables hold.</summary>
public static class PopulationTables
{
    /// <summary>All tables.</summary>
    public static IReadOnlyList<PopulationTable> All { get; } = Enum.GetValues<PopulationTable>();

    /// <summary>The entity whose facts a table holds.</summary>
    public static EntityKind Entity(this PopulationTable table) => table switch
    {
        PopulationTable.Family => EntityKind.Family,
        PopulationTable.Mother or PopulationTable.Father => EntityKind.Parent,
        PopulationTable.Children => EntityKind.Child,
        _ => EntityKind.Elder,
    };

    /// <summary>Whether a family has any number of rows in it.</summary>
    public static bool IsCollection(this PopulationTable table) => table >= PopulationTable.Children;
}
