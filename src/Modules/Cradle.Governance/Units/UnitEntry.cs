namespace Cradle.Governance.Units;

/// <summary>What kind of unit owes something.</summary>
public enum UnitKind
{
    /// <summary>A department of the government of the place.</summary>
    Department,

    /// <summary>A department of the party committee.</summary>
    Party,

    /// <summary>Union, youth league, women's federation and the like.</summary>
    MassOrganisation,

    /// <summary>Answers to its own ministry: tax, central bank.</summary>
    Central,

    /// <summary>Several units that a document names together, such as all county governments.</summary>
    Group,
}

/// <summary>A unit of the directory of a place.</summary>
/// <param name="Name">The short name that documents use.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Aliases">Other spellings, slips among them.</param>
/// <param name="Until">Its last day under this name.</param>
/// <param name="Successor">The name of the unit that followed.</param>
public sealed record UnitEntry(string Name, UnitKind Kind, IReadOnlyList<string> Aliases, DateOnly? Until = null, string? Successor = null)
{
    /// <summary>The database's key, where the directory comes from one.</summary>
    public Guid? Id { get; init; }
}
