using System.Globalization;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Whose fact a path names.</summary>
public enum PathRoot
{
    /// <summary>The family.</summary>
    Family,

    /// <summary>The mother.</summary>
    Mother,

    /// <summary>The father.</summary>
    Father,

    /// <summary>A child, by index.</summary>
    Child,

    /// <summary>A parent of the mother, by index.</summary>
    MotherElder,

    /// <summary>A parent of the father, by index.</summary>
    FatherElder,

    /// <summary>The list of children itself.</summary>
    ChildList,
}

/// <summary>A fact of one entity of one family; written as in the JSON contract, e.g. <c>children[0].birthDate</c>.</summary>
/// <param name="Fact">The fact; null for a collection itself.</param>
/// <param name="Root">Whose.</param>
/// <param name="Index">Index in the collection.</param>
public readonly record struct FactPath(FactDefinition? Fact, PathRoot Root, int Index)
{
    /// <summary>The list of children.</summary>
    public static FactPath Children => new(null, PathRoot.ChildList, 0);

    /// <summary>Facts are declared once, so that the declaration itself tells them apart; comparing what it says would be slow.</summary>
    public bool Equals(FactPath other) => ReferenceEquals(Fact, other.Fact) && Root == other.Root && Index == other.Index;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact?.Slot ?? -1, Root, Index);

    /// <inheritdoc/>
    public override string ToString()
    {
        var prefix = Root switch
        {
            PathRoot.Family => "",
            PathRoot.Mother => Fact is null ? "mother.parentsInHospital" : "mother.",
            PathRoot.Father => Fact is null ? "father.parentsInHospital" : "father.",
            PathRoot.Child => string.Create(CultureInfo.InvariantCulture, $"children[{Index}]."),
            PathRoot.MotherElder => string.Create(CultureInfo.InvariantCulture, $"mother.parentsInHospital[{Index}]."),
            PathRoot.FatherElder => string.Create(CultureInfo.InvariantCulture, $"father.parentsInHospital[{Index}]."),
            _ => "children",
        };
        return Fact is null ? prefix : prefix + string.Join('.', Fact.JsonPath);
    }
}
