using Cradle.Platform.Drafts;

namespace Cradle.Entitlements.Calculator;

/// <summary>Shared lists under random ids; they expire after 30 days.</summary>
public sealed class SharedLists(DraftStore store)
{
    private const string Kind = "entitlements.shared";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public async Task<string> AddAsync(SharedList list, CancellationToken cancellation)
    {
        var (draft, error) = await store.CreateAsync(Kind, list.Write(), Lifetime, cancellation);
        return draft?.Id.ToString("N") ?? throw new InvalidOperationException($"The list could not be kept: {error}");
    }

    public async Task<SharedList?> FindAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out var key) && await store.ReadAsync(key, Kind, cancellation) is { } draft ? SharedList.Read(draft.Json) : null;
}
