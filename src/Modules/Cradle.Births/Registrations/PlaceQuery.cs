using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Primitives;

namespace Cradle.Births.Registrations;

/// <summary>Where a question to another place stands.</summary>
public enum PlaceQueryState
{
    Asked,

    /// <summary>What the family declared is what the place has.</summary>
    Confirmed,

    /// <summary>The place has something else on record.</summary>
    Differs,
}

/// <summary>A question to the place where a parent is registered. The registration never waits for it.</summary>
public sealed class PlaceQuery : IHasLifecycle<PlaceQueryState>, IInScope
{
    public const int TextLength = 500;

    public required Guid Id { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary>The place that is asked.</summary>
    public required DivisionCode Division { get; init; }

    public string? Unit { get; init; }

    /// <summary>What it has on record instead.</summary>
    public string? Answer { get; set; }

    public PlaceQueryState State { get; set; }

    public int Version { get; set; }

    public string? LastMovedBy { get; set; }

    public DateOnly? Due { get; set; }

    public AuditSubject AuditSubject => new("place-query", Id);
}
