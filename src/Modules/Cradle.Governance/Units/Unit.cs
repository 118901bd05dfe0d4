using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Governance.Units;

/// <summary>A unit that a place keeps in its directory. Its history stays with its name.</summary>
public sealed class Unit : IAudited
{
    public required Guid Id { get; init; }

    public required DivisionCode Division { get; init; }

    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>Other spellings, one a line.</summary>
    public string Aliases { get; set; } = "";

    public DateOnly? Until { get; set; }

    public string? Successor { get; set; }

    public AuditSubject AuditSubject => new("unit", Id);

    internal UnitEntry Entry => new(Name, Kind, Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries), Until, Successor) { Id = Id };
}
