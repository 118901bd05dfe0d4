using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Messages;

/// <summary>A message that this node has in hand.</summary>
/// <param name="Message">As it was when it was taken.</param>
/// <param name="WasTried">Whether a handler may have applied it already.</param>
/// <param name="Attempts">Tries before this one.</param>
internal sealed record TakenMessage(OutboxMessage Message, bool WasTried, int Attempts);

/// <summary>
/// Which node has which message in hand, and until when. Of what is about one thing a node takes the oldest with what follows it at once,
/// and nothing while another has any of it in hand or one that failed waits for its next try.
/// </summary>
internal sealed class OutboxLease(IServiceScopeFactory scopes, TimeProvider time, IOptions<OutboxOptions> options)
{
    private const int MarginShare = 10;

    private readonly string node = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";

    // One taking at a time: two would offer the same messages to the database, and one of them get none.
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>How long a message may still be worked on: a little less than the lease lasts, for clocks that differ.</summary>
    public TimeSpan LeftOf(TakenMessage taken) => taken.Message.NotBefore - time.GetUtcNow() - options.Value.Lease / MarginShare is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Takes a batch of what is due, in the order in which it was sent.</summary>
    public async Task<IReadOnlyList<TakenMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await TakeAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Outbox, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Adds to the next save that a message was delivered.</summary>
    public void Deliver(PlatformDbContext database, OutboxMessage message)
    {
        database.Attach(message);
        (message.State, message.NotBefore, message.TakenBy, message.LastError) = (MessageState.Delivered, time.GetUtcNow(), null, null);
        message.Attempts++;
    }

    /// <summary>Says what became of a message that nobody applied; only while it is still in this node's hand: after the lease the word of the node that took it over counts.</summary>
    public async Task SettleAsync(OutboxMessage message, MessageState state, DateTimeOffset notBefore, string? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await InHand(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), message).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, notBefore).SetProperty(row => row.TakenBy, (string?)null)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LastError, error),
            cancellationToken);
    }

    /// <summary>Puts a message back that was not tried.</summary>
    public async Task ReturnAsync(TakenMessage taken, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        await InHand(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), taken.Message)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, now).SetProperty(row => row.TakenBy, (string?)null), cancellationToken);
    }

    private async Task<IReadOnlyList<TakenMessage>> TakeAsync(DbSet<OutboxMessage> outbox, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await Free(outbox, now).OrderBy(message => message.Id).Take(options.Value.Batch)
            .Select(message => new { message.Id, WasTried = message.Attempts > 0 || message.TakenBy != null }).ToDictionaryAsync(message => message.Id, message => message.WasTried, cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        // One statement decides: what another node has taken since is not free any more and stays with it.
        var (ids, until) = (due.Keys.ToList(), now + options.Value.Lease);
        var marked = await Free(outbox, now).Where(message => ids.Contains(message.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.NotBefore, until).SetProperty(message => message.TakenBy, node), cancellationToken);
        var mine = outbox.Where(message => ids.Contains(message.Id) && message.TakenBy == node && message.NotBefore == until);
        var inTurn = mine.Where(message => !outbox.Any(earlier => earlier.SubjectId == message.SubjectId && earlier.State == MessageState.Waiting && earlier.Id < message.Id
            && earlier.NotBefore > now && earlier.TakenBy != null && earlier.TakenBy != node));
        var taken = await inTurn.AsNoTracking().OrderBy(message => message.Id).ToListAsync(cancellationToken);
        if (taken.Count < marked)
        {
            // Another node marked an earlier one while this one looked: what follows it goes back.
            var kept = taken.ConvertAll(message => message.Id);
            await mine.Where(message => !kept.Contains(message.Id)).ExecuteUpdateAsync(set => set.SetProperty(message => message.NotBefore, now).SetProperty(message => message.TakenBy, (string?)null), cancellationToken);
        }

        return [.. taken.Select(message => new TakenMessage(message, due[message.Id], message.Attempts))];
    }

    // Due, and nothing that was sent before it about the same thing is in somebody's hand or waits for another try. What was sent to wait has not failed, and keeps nothing back.
    private static IQueryable<OutboxMessage> Free(DbSet<OutboxMessage> outbox, DateTimeOffset now) => outbox.Where(message =>
        message.State == MessageState.Waiting && message.NotBefore <= now
        && !outbox.Any(earlier => earlier.SubjectId == message.SubjectId && earlier.State == MessageState.Waiting && earlier.Id < message.Id
            && earlier.NotBefore > now && (earlier.TakenBy != null || earlier.Attempts > 0)));

    private IQueryable<OutboxMessage> InHand(PlatformDbContext database, OutboxMessage message) =>
        database.Outbox.Where(row => row.Id == message.Id && row.TakenBy == node && row.State == MessageState.Waiting);
}
