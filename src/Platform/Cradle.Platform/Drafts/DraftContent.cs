namespace Cradle.Platform.Drafts;

/// <summary>A draft as its owner reads it. Not a record: those print their members, and this one holds what a family wrote.</summary>
public sealed class DraftContent(Guid id, string kind, string json, int version, DateTimeOffset created, DateTimeOffset expires)
{
    public Guid Id { get; } = id;

    public string Kind { get; } = kind;

    public string Json { get; } = json;

    public int Version { get; } = version;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Expires { get; } = expires;

    public override string ToString() => $"{Kind} {Id} version {Version}";
}
