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
/// entry. Messages about one thing go in the order in which they were sent, those about different things beside each other. A
/// node that dies leaves its messages to the others when its lease ends.
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, MessageCatalogue catalogue, Measures measures, TimeProvider time, IOptions<OutboxOptions> options, IEnumerable<WriteCollision> collisions,
    ILogger<OutboxDispatcher> logger)
{
    private readonly OutboxLease lease = new(scopes, time, options);
    private readonly SharedLanes shared = new();

    /// <summary>Delivers one batch.</summary>
    /// <returns>How many messages were taken in hand; a full batch means that there may be more.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        var taken = await lease.TakeAsync(cancellationToken);
        if (taken.Count > 0)
        {
            // Nothing is sent any more when another node may begin to send it.
            using var ends = new CancellationTokenSource(lease.LeftOf(taken[0]), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ends.Token);
            var lanes = taken.GroupBy(message => catalogue.LaneOf(message.Message));
            await Parallel.ForEachAsync(lanes, new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce, CancellationToken = cancellationToken }, (lane, _) => DeliverAsync(lane.Key, [.. lane], either.Token, cancellationToken));
        }

        return taken.Count;
    }

    private async ValueTask DeliverAsync((string Name, bool IsShared) lane, IReadOnlyList<TakenMessage> messages, CancellationToken inHand, CancellationToken cancellationToken)
    {
        if (!lane.IsShared)
        {
            await DeliverInTurnAsync(messages, inHand, cancellationToken);
            return;
        }

        IDisposable? turn = null;
        try
        {
            turn = await shared.EnterAsync(lane.Name, inHand);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the lease ends before the turn came: what was taken goes back
        }

        using (turn)
        {
            await DeliverInTurnAsync(messages, inHand, cancellationToken);
        }
    }

    // What comes after a message that failed waits until that is delivered or given up.
    private async Task DeliverInTurnAsync(IReadOnlyList<TakenMessage> lane, CancellationToken inHand, CancellationToken cancellationToken)
    {
        var failed = new HashSet<Guid>();
        foreach (var message in lane)
        {
            if (inHand.IsCancellationRequested || failed.Contains(message.Message.SubjectId))
            {
                await lease.ReturnAsync(message, cancellationToken);
            }
            else if (!await DeliverAsync(message, inHand, cancellationToken))
            {
                failed.Add(message.Message.SubjectId);
            }
        }
    }

    private async Task<bool> DeliverAsync(TakenMessage taken, CancellationToken inHand, CancellationToken cancellationToken)
    {
        var (message, handler) = (taken.Message, "");
        ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var sender);
        using var span = Measures.Source.StartActivity($"deliver {message.Name}", ActivityKind.Consumer, sender);
        try
        {
            var routes = catalogue.RoutesOf(message.Name).ToList();
            for (var next = 0; next < routes.Count; next++)
            {
                handler = routes[next].Handler;
                await ApplyAsync(taken, routes[next], isLast: next == routes.Count - 1, inHand);
            }

            if (routes.Count == 0)
            {
                await lease.SettleAsync(message, MessageState.Delivered, time.GetUtcNow(), null, cancellationToken);
            }

            measures.Delivered(message.Name, "delivered", time.GetUtcNow() - message.Created);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(taken, handler, exception, cancellationToken);
        }
    }

    private async Task ApplyAsync(TakenMessage taken, MessageRoute route, bool isLast, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (message, database) = (taken.Message, scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
        var inbox = database.Set<InboxEntry>();
        var isApplied = taken.WasTried && await inbox.AnyAsync(entry => entry.MessageId == message.Id && entry.Handler == route.Handler, cancellationToken);
        if (!isApplied)
        {
            scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new ProcessContext
            {
                Actor = Actor.System(route.Handler), Process = message.Process, Correlation = message.Correlation,
            });
            inbox.Add(new InboxEntry { MessageId = message.Id, Handler = route.Handler, At = time.GetUtcNow() });
            await route.HandleAsync(scope.ServiceProvider, message.Body, cancellationToken);
        }

        if (isLast)
        {
            lease.Deliver(database, message);
        }

        await database.SaveChangesAsync(cancellationToken);   // a second node that did the same in the meantime fails on the inbox key
    }

    private async Task<bool> FailAsync(TakenMessage taken, string handler, Exception exception, CancellationToken cancellationToken)
    {
        var (message, attempts) = (taken.Message, taken.Attempts + 1);
        var dead = attempts >= options.Value.Tries;
        var collided = !dead && WriteCollision.IsIn(exception, collisions);
        if (collided)
        {
            Collided(message.Id, message.Name, attempts);
        }
        else
        {
            Failed(exception, message.Id, message.Name, attempts, dead);
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
        }

        measures.Delivered(message.Name, dead ? "given-up" : collided ? "collided" : "failed", time.GetUtcNow() - message.Created);

        // The type, not the text: an exception may carry what a person wrote.
        var error = $"{handler}: {exception.GetType().Name}";
        await lease.SettleAsync(message, dead ? MessageState.Dead : MessageState.Waiting, time.GetUtcNow() + WaitAfter(attempts), error, cancellationToken);
        return dead;
    }

    private TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(options.Value.LongestWait.Ticks, options.Value.FirstWait.Ticks << Math.Min(attempts - 1, 20)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} ({Name}) failed at try {Attempts}; given up: {Dead}")]
    private partial void Failed(Exception exception, Guid id, string name, int attempts, bool dead);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} ({Name}) met another write at try {Attempts}; it is tried again")]
    private partial void Collided(Guid id, string name, int attempts);
}
