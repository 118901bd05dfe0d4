using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cradle.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Drafts;

/// <summary>Keeps the answers of unfinished journeys: protected, for a while, and only for those who hold the id.</summary>
public sealed partial class DraftStore(
    PlatformDbContext database, IDataProtectionProvider protection, TimeProvider time, IOptions<DraftOptions> options, ILogger<DraftStore> logger)
{
    /// <summary>Begins a draft.</summary>
    /// <exception cref="ArgumentException">The text is no JSON, or the kind is too long: mistakes of the caller, not of the family.</exception>
    /// <param name="kind">Its journey.</param>
    /// <param name="json">The answers.</param>
    /// <param name="lifetime">How long it is kept; the configured lifetime unless told.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(DraftContent? Draft, DraftError? Error)> CreateAsync(
        string kind, string json, TimeSpan? lifetime = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kind.Length, Draft.KindLength, nameof(kind));
        if (TooLarge(json) is { } error)
        {
            return (null, error);
        }

        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var draft = new Draft
        {
            Id = id,
            Kind = kind,
            ProtectedPayload = Protect(id, kind, json),
            Created = now,
            Expires = now + (lifetime ?? options.Value.Lifetime),
            Version = 1,
        };
        database.Drafts.Add(draft);
        await database.SaveChangesAsync(cancellationToken);
        database.Entry(draft).State = EntityState.Detached;
        return (Content(draft, json), null);
    }

    /// <summary>The draft, or null when it has expired, is of another kind, was never there, or can no longer be opened.</summary>
    public async Task<DraftContent?> ReadAsync(Guid id, string kind, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var draft = await database.Drafts.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Id == id && d.Kind == kind && d.Expires > now, cancellationToken);
        return draft is not null && Unprotect(draft) is { } json ? Content(draft, json) : null;
    }

    /// <summary>Replaces the answers and prolongs the draft; nothing is written on an error.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="kind">Its journey.</param>
    /// <param name="json">The new answers.</param>
    /// <param name="version">The version the answers were made from.</param>
    /// <param name="lifetime">How long it is kept from now on; the configured lifetime unless told.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The text is no JSON.</exception>
    public async Task<(int Version, DraftError? Error)> SaveAsync(
        Guid id, string kind, string json, int version, TimeSpan? lifetime = null, CancellationToken cancellationToken = default)
    {
        if (TooLarge(json) is { } error)
        {
            return (0, error);
        }

        var now = time.GetUtcNow();
        var payload = Protect(id, kind, json);
        var expires = now + (lifetime ?? options.Value.Lifetime);

        // One statement decides: of two saves on top of the same version the database lets one through.
        var saved = await database.Drafts
            .Where(d => d.Id == id && d.Kind == kind && d.Expires > now && d.Version == version)
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.ProtectedPayload, payload).SetProperty(d => d.Expires, expires).SetProperty(d => d.Version, version + 1),
                cancellationToken);
        if (saved == 1)
        {
            return (version + 1, null);
        }

        var current = await database.Drafts
            .Where(d => d.Id == id && d.Kind == kind && d.Expires > now)
            .Select(d => (int?)d.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return (0, current is { } standing ? new DraftError.Changed(standing) : new DraftError.Missing());
    }

    /// <summary>Deletes a draft, as when the journey is done; one that is gone already is no error.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken = default) =>
        database.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Deletes what has expired.</summary>
    /// <returns>How many.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return database.Drafts.Where(d => d.Expires <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private DraftError.TooLarge? TooLarge(string json)
    {
        using (JsonDocument.Parse(json))
        {
            // Only to refuse what is no JSON; the exception shows where, not what.
        }

        var maximum = options.Value.MaximumBytes;
        return Encoding.UTF8.GetByteCount(json) > maximum ? new DraftError.TooLarge(maximum) : null;
    }

    private byte[] Protect(Guid id, string kind, string json) => Protector(id, kind).Protect(Encoding.UTF8.GetBytes(json));

    private string? Unprotect(Draft draft)
    {
        try
        {
            return Encoding.UTF8.GetString(Protector(draft.Id, draft.Kind).Unprotect(draft.ProtectedPayload));
        }
        catch (CryptographicException exception)
        {
            // The key is gone or the row was tampered with; for the family that is the same as an expired draft.
            Unreadable(draft.Id, exception.GetType().Name);
            return null;
        }
    }

    // The id is part of the purpose: the payload of one row cannot be read in another.
    private IDataProtector Protector(Guid id, string kind) => protection.CreateProtector("Cradle.Drafts", kind, id.ToString("N"));

    private static DraftContent Content(Draft draft, string json) =>
        new(draft.Id, draft.Kind, json, draft.Version, draft.Created, draft.Expires);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Draft {Id} cannot be opened ({Reason})")]
    private partial void Unreadable(Guid id, string reason);
}
