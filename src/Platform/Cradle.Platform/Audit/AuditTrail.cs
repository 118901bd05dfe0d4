using System.Text.Json;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;

namespace Cradle.Platform.Audit;

/// <summary>Says what is being done; the entry is written with the change itself, in one transaction.</summary>
public sealed class AuditTrail(PlatformDbContext database, ProcessScope process, TimeProvider time)
{
    /// <summary>Somebody looked at what is sensitive.</summary>
    public const string Viewed = "viewed";

    /// <summary>Somebody saw an identity number, phone or account in full, and said why.</summary>
    public const string Unmasked = "unmasked";

    /// <summary>Somebody took over a record of the own matter that another had filed; who looked at it before is told from then on.</summary>
    public const string Claimed = "claimed";

    /// <summary>Adds an entry to the next save.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="reason">Why, in the actor's words.</param>
    /// <param name="detail">More, without personal data; written as JSON.</param>
    /// <param name="person">The account whose data was looked at, for that person's own list.</param>
    /// <exception cref="ArgumentException">A text is longer than an entry holds.</exception>
    public void Record(string action, AuditSubject subject, string? reason = null, object? detail = null, Guid? person = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(action.Length, AuditEntry.ActionLength, nameof(action));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason?.Length ?? 0, AuditEntry.ReasonLength, nameof(reason));
        var json = detail is null ? null : JsonSerializer.Serialize(detail, JsonSerializerOptions.Web);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(json?.Length ?? 0, AuditEntry.DetailLength, nameof(detail));
        database.Append(new AuditRecord(time.GetUtcNow(), process.Current, action, subject, reason, json, person));
    }
}
