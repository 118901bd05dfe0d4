namespace Cradle.Platform.Lifecycles;

/// <summary>One row of a lifecycle: in a state an action leads to another, under conditions.</summary>
public sealed record Transition<TEntity, TState, TAction>(TState From, TAction Action, TState To)
    where TState : struct, Enum
    where TAction : struct, Enum
{
    /// <summary>The permission it takes; null is anybody who may see the entity.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether the actor has to say why.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Whether whoever made the last move may not make this one.</summary>
    public bool NeedsAnother { get; init; }

    /// <summary>How long the new state may last.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>What must hold before anything is handed in with the move, so that it can be told beforehand; it gives the reason why not, or null.</summary>
    public Func<TEntity, string?>? Before { get; init; }

    /// <summary>What else must hold; it gives the reason why not, or null.</summary>
    public Func<TEntity, string?>? Guard { get; init; }

    /// <summary>The message that goes out with the move, made from the entity as it stands after it.</summary>
    public Func<TEntity, object>? Raises { get; init; }
}
