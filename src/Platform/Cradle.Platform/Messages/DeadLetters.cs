using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Messages;

/// <summary>Messages that were given up, for the person who decides about them.</summary>
public sealed class DeadLetters(PlatformDbContext database, AuditTrail audit, TimeProvider time)
{
    /// <summary>Those given up, oldest first.</summary>
    public Task<List<OutboxMessage>> ListAsync(int atMost = 200, CancellationToken cancellationToken = default) =>
        database.Outbox.AsNoTracking().Where(message => message.State == MessageState.Dead).OrderBy(message => message.Id).Take(atMost).ToListAsync(cancellationToken);

    /// <summary>Makes somebody see to one; the name stands beside it until it is sent again.</summary>
    /// <returns>False where it is not among the dead any more.</returns>
    public async Task<bool> TakeAsync(Guid id, Guid account, CancellationToken cancellationToken = default)
    {
        var message = await FindAsync(id, cancellationToken);
        if (message is null)
        {
            return false;
        }

        message.OwnerId = account;
        audit.Record("taken", new AuditSubject("message", id));
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Sends one again, with all its tries before it.</summary>
    /// <returns>False where it is not among the dead any more: somebody else was faster.</returns>
    public async Task<bool> SendAgainAsync(Guid id, string reason, CancellationToken cancellationToken = default)
    {
        var message = await FindAsync(id, cancellationToken);
        if (message is null)
        {
            return false;
        }

        message.OwnerId = null;
        (message.State, message.Attempts, message.NotBefore) = (MessageState.Waiting, 0, time.GetUtcNow());
        audit.Record("sent-again", new AuditSubject("message", id), reason);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Outbox.FirstOrDefaultAsync(row => row.Id == id && row.State == MessageState.Dead, cancellationToken);
}
