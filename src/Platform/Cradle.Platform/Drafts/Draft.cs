namespace Cradle.Platform.Drafts;

/// <summary>
/// The answers of an unfinished journey. What the person wrote is stored protected; here it is never readable, so an entity
/// that finds its way into a log shows nothing.
/// </summary>
public sealed class Draft
{
    public const int KindLength = 64;

    public required Guid Id { get; init; }

    /// <summary>The journey it belongs to, such as <c>entitlements</c>.</summary>
    public required string Kind { get; init; }

    public required byte[] ProtectedPayload { get; set; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; set; }

    /// <summary>Counts the saves, from 1; a save on top of an older one is refused.</summary>
    public required int Version { get; set; }
}
