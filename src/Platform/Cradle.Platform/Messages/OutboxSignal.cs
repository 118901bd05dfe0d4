using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Messages;

/// <summary>
/// Delivers what was just committed at once, from the node that committed it. It promises nothing: what it misses, what has to wait and what a
/// node left behind is found by <see cref="OutboxJob"/>.
/// </summary>
internal sealed partial class OutboxSignal(OutboxDispatcher dispatcher, IOptions<OutboxOptions> options, ILogger<OutboxSignal> logger)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private const int Idle = 0;
    private const int Delivering = 1;
    private const int AskedAgain = 2;

    // Contexts that have saved messages in a transaction which is not committed yet.
    private readonly ConditionalWeakTable<DbContext, object> pending = [];
    private readonly CancellationTokenSource stopping = new();
    private Task delivery = Task.CompletedTask;
    private int state = Idle;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && context.ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added))
        {
            pending.AddOrUpdate(context, this);
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            Committed(context);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            Committed(context);
        }

        return Task.CompletedTask;
    }

    /// <summary>Starts no delivery any more, and waits for the one under way.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await delivery;
    }

    private void Committed(DbContext context)
    {
        if (!pending.Remove(context) || stopping.IsCancellationRequested || Interlocked.Exchange(ref state, AskedAgain) != Idle)
        {
            return;
        }

        // The request that committed is over soon; what it has around itself must not go along.
        using (ExecutionContext.SuppressFlow())
        {
            delivery = Task.Run(DeliverAsync, CancellationToken.None);
        }
    }

    private async Task DeliverAsync()
    {
        do
        {
            Volatile.Write(ref state, Delivering);
            try
            {
                while (await dispatcher.DeliverAsync(stopping.Token) == options.Value.Batch)
                {
                    // there may be more
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // the job delivers it after the next start
            }
            catch (Exception exception)
            {
                Failed(exception);
            }
        }
        while (Interlocked.CompareExchange(ref state, Idle, Delivering) != Delivering);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages could not be delivered at once; the job delivers them")]
    private partial void Failed(Exception exception);
}
