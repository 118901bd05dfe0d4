using Cradle.Rules.Binding;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// Outcomes of a group that hang on nothing but which of its rules apply: the same few come out for every family, so each is made once. A table of fixed size, in which
/// a newer outcome may take the place of an older. Safe to share between threads: an entry never changes, and is replaced as a whole.
/// </summary>
internal sealed class KeptOutcomes
{
    private const int Room = 16;

    private readonly Entry?[] _entries = new Entry?[Room];

    /// <summary>The outcome for an instance to which these rules apply, if it was given before.</summary>
    public Outcome? Find(uint applicable, int child, EntityReference parent) =>
        _entries[Place(applicable, child, parent)] is { } entry && entry.Applicable == applicable && entry.Child == child && entry.Parent == parent ? entry.Outcome : null;

    /// <summary>Keeps an outcome.</summary>
    public void Keep(uint applicable, int child, EntityReference parent, Outcome outcome) =>
        _entries[Place(applicable, child, parent)] = new Entry(applicable, child, parent, outcome);

    private static int Place(uint applicable, int child, EntityReference parent) =>
        (int)((applicable ^ applicable >> 4 ^ (uint)child * 5 ^ (uint)parent * 3) % Room);

    private sealed record Entry(uint Applicable, int Child, EntityReference Parent, Outcome Outcome);
}
