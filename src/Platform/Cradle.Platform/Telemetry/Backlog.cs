using System.Diagnostics.Metrics;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Messages;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Telemetry;

/// <summary>What waits to be done, as it was last counted. The database is asked by whoever needs to know, and never by an exporter.</summary>
public sealed class Backlog(TimeProvider time)
{
    // Of several nodes one counts; another's gauge, which nobody renews, ends instead of standing still.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private Reading? last;

    /// <summary>Counts anew.</summary>
    public async Task<Reading> ReadAsync(PlatformDbContext database, CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), ChinaTime.Today(time));
        var deadlines = database.Set<Deadline>();
        var reading = new Reading(
            now,
            await database.Outbox.CountAsync(message => message.State == MessageState.Waiting, cancellationToken),
            await database.Outbox.Where(message => message.State == MessageState.Waiting).MinAsync(message => (DateTimeOffset?)message.Created, cancellationToken),
            await database.Outbox.CountAsync(message => message.State == MessageState.Dead, cancellationToken),
            await deadlines.CountAsync(
                row => row.Due != null && row.Due < today && !deadlines.Any(later => later.SubjectType == row.SubjectType && later.SubjectId == row.SubjectId && later.Version > row.Version), cancellationToken));
        Volatile.Write(ref last, reading);
        return reading;
    }

    internal IEnumerable<Measurement<int>> Observe(Func<Reading, int> figure) =>
        Volatile.Read(ref last) is { } reading && time.GetUtcNow() - reading.At < Kept ? [new Measurement<int>(figure(reading))] : [];

    /// <summary>One count.</summary>
    /// <param name="At">When.</param>
    /// <param name="Waiting">Messages that are to be delivered.</param>
    /// <param name="Oldest">When the oldest of them was committed.</param>
    /// <param name="Dead">Messages that were given up.</param>
    /// <param name="Overdue">Cases whose last day has passed.</param>
    public sealed record Reading(DateTimeOffset At, int Waiting, DateTimeOffset? Oldest, int Dead, int Overdue);
}
