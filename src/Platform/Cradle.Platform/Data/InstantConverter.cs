using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cradle.Platform.Data;

/// <summary>
/// Instants as UTC, cut to microseconds: SQLite cannot compare offsets, and PostgreSQL keeps no more. Without the cut an
/// instant would change on its way through one database and not through the other.
/// </summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => Cut(instant.UtcDateTime),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    private static DateTime Cut(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
}
