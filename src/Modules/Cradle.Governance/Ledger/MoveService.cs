using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>Makes one move and saves it with everything else that was changed; of two moves at once one is told that it came too late.</summary>
public sealed class MoveService(PlatformDbContext database, LifecycleMover mover, TimeProvider time)
{
    /// <summary>Moves and saves. On an error nothing is saved and everything that was changed is forgotten.</summary>
    public Task<LedgerError?> MoveAsync<TEntity, TState, TAction>(
        Lifecycle<TEntity, TState, TAction> table, TEntity entity, TAction action, int version, string? reason = null, CancellationToken cancellationToken = default)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
        where TAction : struct, Enum => MoveAsync(table, entity, action, version, reason, limit: null, cancellationToken);

    /// <summary>The same where the new state has a last day of its own.</summary>
    public async Task<LedgerError?> MoveAsync<TEntity, TState, TAction>(
        Lifecycle<TEntity, TState, TAction> table, TEntity entity, TAction action, int version, string? reason, TimeLimit? limit, CancellationToken cancellationToken)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        if (reason?.Length > AuditEntry.ReasonLength)
        {
            database.Forget();
            return new LedgerError.Invalid("Reason", Say($"理由太长：{reason.Length} 字，最多 {AuditEntry.ReasonLength} 字。请写短些，详细内容放进附件。", $"The reason is too long: {reason.Length} characters, at most {AuditEntry.ReasonLength}. Shorten it; details go into a paper.")) { Value = reason };
        }

        if (Plausible.Number("Reason", reason ?? "") is { } number)
        {
            database.Forget();
            return number;
        }

        if (mover.Move(table, entity, action, version, reason, limit) is { } refused)
        {
            database.Forget();
            return new LedgerError.Move(refused);
        }

        try
        {
            return await database.SavePlausibleAsync(time, cancellationToken);
        }
        catch (DbUpdateException wrong)
        {
            // who comes second may meet the row itself, or first the deadline that the other move wrote for the same version
            database.Forget();
            if (wrong is not DbUpdateConcurrencyException && !await database.Set<TEntity>().AnyAsync(other => other.Id == entity.Id && other.Version > version, cancellationToken))
            {
                throw;
            }

            return new LedgerError.Move(new MoveError.Changed(version + 1));
        }
    }
}
