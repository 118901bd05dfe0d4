using System.Diagnostics;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Messages;

/// <summary>
/// Delivers what is due: at least once, by whichever node takes it, each handler in a transaction of its own with its inbox
/// entry. A node that dies leaves its messages to the others when its lease ends.
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, MessageCatalogue catalogue, Measures measures, TimeProvider time, IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> logger)
{
    private readonly string node = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";

    /// <summary>Delivers one batch.</summary>
    /// <returns>How many messages were taken in hand; a full batch means that there may be more.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(cancellationToken);
        foreach (var message in taken)
        {
            await DeliverAsync(message, cancellationToken);
        }

        return taken.Count;
    }

    private async Task<List<OutboxMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Outbox;
        var now = time.GetUtcNow();
        var due = await outbox.Where(message => message.State == MessageState.Waiting && message.NotBefore <= now)
            .OrderBy(message => message.Id).Take(options.Value.Batch).Select(message => message.Id).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        // One statement decides: what another node has taken since is not due any more and stays with it.
        var until = now + options.Value.Lease;
        await outbox.Where(message => due.Contains(message.Id) && message.State == MessageState.Waiting && message.NotBefore <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.NotBefore, until).SetProperty(message => message.TakenBy, node), cancellationToken);
        return await outbox.AsNoTracking().Where(message => due.Contains(message.Id) && message.TakenBy == node && message.NotBefore == until)
            .OrderBy(message => message.Id).ToListAsync(cancellationToken);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var handler = "";
        ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var sender);
        using var span = Measures.Source.StartActivity($"deliver {message.Name}", ActivityKind.Consumer, sender);
        try
        {
            foreach (var route in catalogue.RoutesOf(message.Name))
            {
                handler = route.Handler;
                await ApplyAsync(message, route, cancellationToken);
            }

            await SettleAsync(message, MessageState.Delivered, time.GetUtcNow(), null, cancellationToken);
            measures.Delivered(message.Name, "delivered", time.GetUtcNow() - message.Created);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await FailAsync(message, handler, exception, cancellationToken);
        }
    }

    private async Task ApplyAsync(OutboxMessage message, MessageRoute route, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var inbox = database.Set<InboxEntry>();
        if (await inbox.AnyAsync(entry => entry.MessageId == message.Id && entry.Handler == route.Handler, cancellationToken))
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
        {
            Actor = Actor.System(route.Handler), Process = message.Process, Correlation = message.Correlation,
        });
        inbox.Add(new InboxEntry { MessageId = message.Id, Handler = route.Handler, At = time.GetUtcNow() });
        await route.HandleAsync(scope.ServiceProvider, message.Body, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);   // a second node that did the same in the meantime fails on the inbox key
    }

    private async Task FailAsync(OutboxMessage message, string handler, Exception exception, CancellationToken cancellationToken)
    {
        var attempts = message.Attempts + 1;
        var dead = attempts >= options.Value.Tries;
        Failed(exception, message.Id, message.Name, attempts, dead);
        measures.Delivered(message.Name, dead ? "given-up" : "failed", time.GetUtcNow() - message.Created);
        Activity.Current?.SetStatus(ActivityStatusCode.Error);

        // The type, not the text: an exception may carry what a person wrote.
        var error = $"{handler}: {exception.GetType().Name}";
        await SettleAsync(message, dead ? MessageState.Dead : MessageState.Waiting, time.GetUtcNow() + WaitAfter(attempts), error, cancellationToken);
    }

    private TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(options.Value.LongestWait.Ticks, options.Value.FirstWait.Ticks << Math.Min(attempts - 1, 20)));

    // Only while it is still in this node's hand: after the lease the word of the node that took it over counts.
    private async Task SettleAsync(OutboxMessage message, MessageState state, DateTimeOffset notBefore, string? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Outbox
            .Where(row => row.Id == message.Id && row.TakenBy == node && row.State == MessageState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.NotBefore, notBefore).SetProperty(row => row.TakenBy, (string?)null)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LastError, error),
                cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} ({Name}) failed at try {Attempts}; given up: {Dead}")]
    private partial void Failed(Exception exception, Guid id, string name, int attempts, bool dead);
}
