using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Audit;

/// <summary>
/// Each entry carries the SHA-256 of its own content and of the hash before it, so that a changed, removed or inserted entry
/// breaks every hash after it.
/// </summary>
internal static class AuditChain
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first entry.</summary>
    public static readonly byte[] Beginning = new byte[HashLength];

    /// <summary>
    /// Gives records their place in the chain, within the caller's transaction and after everything else in it: moving the head takes its lock, and
    /// writers queue here for as long as the entries and the commit take. Whoever holds it waits for nobody any more.
    /// </summary>
    public static async Task AppendAsync(PlatformDbContext database, IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var head = (await database.Set<AuditHead>().FromSqlInterpolated(
            $"UPDATE audit_heads SET sequence = sequence + {records.Count} WHERE id = {AuditHead.OnlyId} RETURNING id, sequence, hash").AsNoTracking().ToListAsync(cancellationToken)).Single();
        var (sequence, hash) = (head.Sequence - records.Count, head.Hash);
        foreach (var record in records)
        {
            var entry = Link(record, ++sequence, hash);
            hash = entry.Hash;
            database.Add(entry);
        }

        // with the entries, in one trip to the database
        database.Attach(head).Property(last => last.Hash).CurrentValue = hash;
    }

    /// <summary>The hash an entry must have after the given one.</summary>
    public static byte[] HashOf(AuditEntry entry, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        foreach (var field in Fields(entry))
        {
            Append(hash, field);
        }

        return hash.GetHashAndReset();
    }

    private static AuditEntry Link(AuditRecord record, long sequence, byte[] previous)
    {
        AuditEntry With(byte[] hash) => new()
        {
            Sequence = sequence,
            // databases keep microseconds; what is hashed must be what is read back
            At = record.At.AddTicks(-(record.At.Ticks % TimeSpan.TicksPerMicrosecond)),
            ActorKind = record.Context.Actor.Kind,
            ActorId = record.Context.Actor.Id,
            OnBehalfOfKind = record.Context.OnBehalfOf?.Kind,
            OnBehalfOfId = record.Context.OnBehalfOf?.Id,
            Process = record.Context.Process,
            Correlation = record.Context.Correlation,
            Action = record.Action,
            SubjectType = record.Subject.Type,
            SubjectId = record.Subject.Id,
            Reason = record.Reason,
            Detail = record.Detail,
            PersonId = record.Person,
            Division = record.Context.Division,
            Unit = record.Context.Unit,
            PreviousHash = previous,
            Hash = hash,
        };
        return With(HashOf(With([]), previous));
    }

    private static IEnumerable<string?> Fields(AuditEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        entry.ActorKind.ToString(), entry.ActorId, entry.OnBehalfOfKind?.ToString(), entry.OnBehalfOfId, entry.Process, entry.Correlation.ToString("N"),
        entry.Action, entry.SubjectType, entry.SubjectId.ToString("N"), entry.Reason, entry.Detail,
        // entries from before these were kept have none of them, and hash as they did
        .. entry is { PersonId: null, Unit: null } && entry.Division == default ? (string?[])[] : [entry.PersonId?.ToString("N"), entry.Division.ToString(), entry.Unit],
    ];

    // The length before each field keeps two entries from hashing alike by moving text from one field to the next.
    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
