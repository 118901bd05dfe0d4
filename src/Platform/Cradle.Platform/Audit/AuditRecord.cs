using Cradle.Platform.Processes;

namespace Cradle.Platform.Audit;

/// <summary>What an entry will say, before its place in the chain is known.</summary>
internal sealed record AuditRecord(
    DateTimeOffset At, ProcessContext Context, string Action, AuditSubject Subject, string? Reason, string? Detail, Guid? Person);
