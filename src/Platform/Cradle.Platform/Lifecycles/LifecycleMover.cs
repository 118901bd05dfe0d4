using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Messages;
using Cradle.Platform.Processes;
using Cradle.Platform.Telemetry;
using Cradle.Primitives;

namespace Cradle.Platform.Lifecycles;

/// <summary>
/// Makes moves: checks the table, then sets state, version and due day, records the move and puts its message into the outbox.
/// The caller saves; until then nothing has happened, and a save that lost a race throws DbUpdateConcurrencyException.
/// </summary>
public sealed class LifecycleMover(PlatformDbContext database, ProcessScope process, AuditTrail audit, Outbox outbox, TimeProvider time, WorkCalendar calendar, CalendarGap gap, Measures measures)
{
    /// <summary>Makes a move, or says why not.</summary>
    /// <param name="lifecycle">The table.</param>
    /// <param name="entity">What is moved; tracked by the context.</param>
    /// <param name="action">What is done.</param>
    /// <param name="version">The version the actor saw.</param>
    /// <param name="reason">Why, in the actor's words.</param>
    /// <param name="limit">How long the new state may last, where that depends on the place or the case and not on the table.</param>
    public MoveError? Move<TEntity, TState, TAction>(
        Lifecycle<TEntity, TState, TAction> lifecycle, TEntity entity, TAction action, int version, string? reason = null, TimeLimit? limit = null)
        where TEntity : class, IHasLifecycle<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var error = TryMove(lifecycle, entity, action, version, reason, limit);
        measures.Moved(lifecycle.Name, action.ToString(), error?.GetType().Name ?? "Made");
        return error;
    }

    private MoveError? TryMove<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> lifecycle, TEntity entity, TAction action, int version, string? reason, TimeLimit? limit)
        where TEntity : class, IHasLifecycle<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        if (lifecycle.Find(entity.State, action) is not { } row)
        {
            return new MoveError.Illegal(entity.State.ToString(), action.ToString(), [.. lifecycle.ActionsIn(entity.State).Select(possible => possible.ToString())]);
        }

        if (Refusal(row, entity, version, reason) is { } refusal)
        {
            return refusal;
        }

        var (from, ran) = (entity.State, entity.Due is not null);
        entity.State = row.To;
        entity.Version++;
        entity.LastMovedBy = process.Current.Actor.Id;
        entity.Due = (limit ?? row.Limit)?.DueAfter(ChinaTime.Today(time), calendar, gap);
        audit.Record(action.ToString(), entity.AuditSubject, reason, new { lifecycle = lifecycle.Name, from = from.ToString(), to = row.To.ToString(), entity.Version });
        if (entity is IInScope placed && (ran || entity.Due is not null))
        {
            WriteDeadline(lifecycle, entity, placed);
        }

        if (row.Raises is { } message)
        {
            outbox.Publish(message(entity), entity.AuditSubject.Id);
        }

        return null;
    }

    /// <summary>Why a move would be refused whatever is handed in with it: for whoever offers it. Null where it may be tried.</summary>
    /// <param name="row">The move.</param>
    /// <param name="entity">What would be moved.</param>
    /// <param name="authority">What the actor may do.</param>
    /// <param name="actor">Who would make it.</param>
    public static MoveError? Bar<TEntity, TState, TAction>(Transition<TEntity, TState, TAction> row, TEntity entity, Authority authority, string actor)
        where TEntity : class, IHasLifecycle<TState>
        where TState : struct, Enum
        where TAction : struct, Enum => row switch
    {
        { Permission: { } permission } when !MayMove(authority, permission, entity) => new MoveError.Forbidden(permission),
        { NeedsAnother: true } when entity.LastMovedBy == actor => new MoveError.SamePerson(),
        { Before: { } before } when before(entity) is { } why => new MoveError.Refused(why),
        _ => null,
    };

    /// <summary>Lets a time limit run on something in the state in which it was made.</summary>
    public void Limit<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> lifecycle, TEntity entity, TimeLimit limit)
        where TEntity : class, IHasLifecycle<TState>, IInScope
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        entity.Due = limit.DueAfter(ChinaTime.Today(time), calendar, gap);
        WriteDeadline(lifecycle, entity, entity);
    }

    private void WriteDeadline<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> lifecycle, TEntity entity, IInScope placed)
        where TEntity : class, IHasLifecycle<TState>
        where TState : struct, Enum
        where TAction : struct, Enum => database.Add(new Deadline
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            SubjectType = entity.AuditSubject.Type,
            SubjectId = entity.AuditSubject.Id,
            Version = entity.Version,
            Due = entity.Due,
            Division = placed.Division,
            Unit = placed.Unit,
            Permission = lifecycle.Transitions.Where(next => next.From.Equals(entity.State)).Select(next => next.Permission).FirstOrDefault(permission => permission is not null),
        });

    private MoveError? Refusal<TEntity, TState, TAction>(Transition<TEntity, TState, TAction> row, TEntity entity, int version, string? reason)
        where TEntity : class, IHasLifecycle<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        return row switch
        {
            _ when entity.Version != version => new MoveError.Changed(entity.Version),
            _ when Bar(row, entity, process.Current.Authority, process.Current.Actor.Id) is { } bar => bar,
            { NeedsReason: true } when string.IsNullOrWhiteSpace(reason) => new MoveError.ReasonMissing(),
            { Guard: { } guard } when guard(entity) is { } why => new MoveError.Refused(why),
            _ => null,
        };
    }

    private static bool MayMove(Authority authority, string permission, object entity) =>
        entity is IInScope placed ? authority.Covers(permission, placed) : authority.Has(permission);
}
