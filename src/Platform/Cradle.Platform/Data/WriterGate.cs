namespace Cradle.Platform.Data;

/// <summary>
/// Where writers of this process wait for their turn, before they take a connection. They would queue at the head of the audit chain anyway; there each
/// would hold a connection that readers need. Only a provider whose connections are few registers one.
/// </summary>
/// <param name="atOnce">How many write beside each other: more than one, so that the next is ready when one has committed.</param>
public sealed class WriterGate(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);

    /// <summary>Waits for a turn.</summary>
    /// <returns>Ends the turn.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Turn(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
