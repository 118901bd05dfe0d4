namespace Cradle.Platform.Audit;

/// <summary>What an entry is about.</summary>
public readonly record struct AuditSubject(string Type, Guid Id);

/// <summary>
/// An entity with a history: the context refuses to save a change of it that no entry of the same save speaks of.
/// </summary>
public interface IAudited
{
    AuditSubject AuditSubject { get; }
}
