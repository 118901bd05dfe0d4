using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What a column of a population table holds.</summary>
internal enum ColumnRole
{
    /// <summary>A fact.</summary>
    Fact,

    /// <summary>The id of the family.</summary>
    FamilyId,

    /// <summary>How many families it stands for.</summary>
    Weight,

    /// <summary>The due date of an expected child.</summary>
    DueDate,

    /// <summary>Whose parent an elder is: mother or father.</summary>
    ElderOf,

    /// <summary>Whether the children of the family are known; where not, it has no row of them and nobody may take that for none.</summary>
    ChildrenKnown,

    /// <summary>Whether the mother's parents in hospital are known.</summary>
    MotherEldersKnown,

    /// <summary>Whether the father's are.</summary>
    FatherEldersKnown,

    /// <summary>Nothing that is wanted.</summary>
    Ignored,
}

/// <summary>One column: its role, for facts whose fact, and what its cells are called where they come from.</summary>
/// <param name="Name">The name in the header.</param>
/// <param name="Role">What it holds.</param>
/// <param name="Path">For facts and due dates: whose.</param>
/// <param name="Words">Foreign words of its cells, and what they mean.</param>
internal sealed record CsvColumn(string Name, ColumnRole Role, FactPath Path, IReadOnlyDictionary<string, string>? Words);

/// <summary>Which entity a row of a table is.</summary>
internal enum CsvTable
{
    /// <summary>A family with its parents, and perhaps its children in numbered columns.</summary>
    Families,

    /// <summary>A child.</summary>
    Children,

    /// <summary>A parent's own parent in hospital.</summary>
    Elders,
}
