using System.Collections.Concurrent;

namespace Cradle.Entitlements.Calculator;

/// <summary>Shared lists under random ids; they expire.</summary>
public sealed class SharedLists
{
    private static readonly ConcurrentDictionary<string, string> Store = new();

    public Task<string> AddAsync(SharedList list, CancellationToken cancellation)
    {
        var id = Guid.NewGuid().ToString("N");
        Store[id] = list.Write();
        return Task.FromResult(id);
    }

    public Task<SharedList?> FindAsync(string id, CancellationToken cancellation) => Task.FromResult(Store.TryGetValue(id, out var text) ? SharedList.Read(text) : null);
}
