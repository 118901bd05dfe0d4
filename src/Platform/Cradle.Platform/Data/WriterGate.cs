using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Data;

/// <summary>
/// Where writers of this process wait for their turn, before they take a connection. They would queue anyway, at the head of the audit chain or at the one
/// writer of SQLite; there each would hold a connection or a thread that readers need.
/// </summary>
internal sealed class WriterGate
{
    // One writes to the chain while the next one saves what it is about.
    private const int AtOnce = 2;

    private static readonly ConcurrentDictionary<string, WriterGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim free = new(AtOnce);

    /// <summary>The gate of a database.</summary>
    public static WriterGate Of(DbContext database) => Gates.GetOrAdd(database.Database.GetConnectionString() ?? "", _ => new WriterGate());

    /// <summary>Waits for a turn.</summary>
    /// <returns>Ends the turn.</returns>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Turn(this);
    }

    /// <summary>A turn to write.</summary>
    public readonly struct Turn(WriterGate gate) : IDisposable
    {
        public void Dispose() => gate.free.Release();
    }
}
