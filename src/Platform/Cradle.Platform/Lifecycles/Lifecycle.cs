namespace Cradle.Platform.Lifecycles;

/// <summary>
/// States, actions and the moves between them, as one table that is read, drawn and run. A table with two rows for one
/// state and action, or with a state that no move reaches, cannot be made.
/// </summary>
/// <typeparam name="TEntity">What has the state.</typeparam>
/// <typeparam name="TState">Its states, all of them used.</typeparam>
/// <typeparam name="TAction">What may be done, all of it used.</typeparam>
public sealed class Lifecycle<TEntity, TState, TAction> : ILifecycle
    where TEntity : class, IHasLifecycle<TState>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly Dictionary<(TState, TAction), Transition<TEntity, TState, TAction>> moves = [];

    /// <exception cref="ArgumentException">The table is not whole; the message names every fault.</exception>
    public Lifecycle(string name, TState initial, IReadOnlyList<Transition<TEntity, TState, TAction>> transitions)
    {
        (Name, Initial, Transitions) = (name, initial, transitions);
        var faults = new List<string>();
        faults.AddRange(transitions.Where(row => !moves.TryAdd((row.From, row.Action), row)).Select(row => $"{row.From} · {row.Action} stands twice"));
        var reached = Reached();
        faults.AddRange(Enum.GetValues<TState>().Where(state => !reached.Contains(state)).Select(state => $"no move reaches {state}"));
        faults.AddRange(Enum.GetValues<TAction>().Where(action => !transitions.Any(row => row.Action.Equals(action))).Select(action => $"nothing can be done by {action}"));
        if (faults.Count > 0)
        {
            throw new ArgumentException($"{name}: {string.Join("; ", faults)}", nameof(transitions));
        }
    }

    public string Name { get; }

    public TState Initial { get; }

    public IReadOnlyList<Transition<TEntity, TState, TAction>> Transitions { get; }

    /// <summary>The row for an action in a state, or null where it may not be done.</summary>
    public Transition<TEntity, TState, TAction>? Find(TState from, TAction action) => moves.GetValueOrDefault((from, action));

    /// <summary>What may be done in a state, in the order of the table.</summary>
    public IEnumerable<TAction> ActionsIn(TState state) => Transitions.Where(row => row.From.Equals(state)).Select(row => row.Action);

    /// <summary>Whether nothing can be done any more.</summary>
    public bool IsFinal(TState state) => !ActionsIn(state).Any();

    IEnumerable<LifecycleRow> ILifecycle.Rows => Transitions.Select(row => new LifecycleRow(
        row.From.ToString(), row.Action.ToString(), row.To.ToString(), row.Permission, row.Limit?.ToString(), row.NeedsReason, row.NeedsAnother));

    string ILifecycle.InitialState => Initial.ToString();

    private HashSet<TState> Reached()
    {
        HashSet<TState> reached = [Initial];
        while (Transitions.Any(row => reached.Contains(row.From) && reached.Add(row.To)))
        {
            // each round adds one state; there are few
        }

        return reached;
    }
}
