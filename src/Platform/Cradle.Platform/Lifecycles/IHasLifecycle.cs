using Cradle.Platform.Audit;

namespace Cradle.Platform.Lifecycles;

/// <summary>
/// An entity whose state changes through its lifecycle table only. <see cref="LifecycleMover"/> is the one that sets these;
/// the version is a concurrency token, so that of two moves from one state the database lets one through.
/// </summary>
public interface IHasLifecycle<TState> : IAudited
    where TState : struct, Enum
{
    TState State { get; set; }

    int Version { get; set; }

    /// <summary>Who made the last move; who checks it must be another.</summary>
    string? LastMovedBy { get; set; }

    /// <summary>The last day for the next move; null where no time limit runs.</summary>
    DateOnly? Due { get; set; }
}
