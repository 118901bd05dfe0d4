using System.Collections.Concurrent;

namespace Cradle.Platform.Messages;

/// <summary>
/// Where passes of one node wait for each other at a lane: what was just committed is delivered beside the job's round, and both may have taken messages of a
/// name that goes one by one. Lanes of one subject need no gate: <see cref="OutboxLease"/> gives nothing of a subject while any of it is in hand.
/// </summary>
internal sealed class SharedLanes
{
    // One for each name that goes one by one, and there are few.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn of a pass.</summary>
    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> EnterAsync(string lane, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(lane, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
