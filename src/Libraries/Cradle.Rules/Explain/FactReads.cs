using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>What nodes read, found once: each fact of each entity in the order of first reading. A family only adds which items its collections have.</summary>
internal sealed class FactReads
{
    private readonly List<Read> _reads = [];

    /// <summary>What some nodes may read.</summary>
    public FactReads(params IEnumerable<Node?> nodes)
    {
        var seen = new Seen();
        foreach (var node in nodes)
            Walk(node, seen, _reads);
    }

    /// <summary>The facts that <see cref="FactWalk.Of"/> names in a frame, each once.</summary>
    public IReadOnlyList<(FactPath Path, RuleType Type)> In(Frame frame)
    {
        var paths = new List<(FactPath Path, RuleType Type)>(_reads.Count);
        Find(_reads, frame, paths);
        return paths;
    }

    private static void Find(List<Read> reads, Frame frame, List<(FactPath Path, RuleType Type)> paths)
    {
        foreach (var read in reads)
        {
            if (read is FactRead { Fact: var fact } of)
                Add(paths, frame.PathOf(fact, of.Entity, read.Depth), fact.Type);
            else if (read is ItemsRead { Collection: var collection, Body: var body })
                FindInItems(collection, read.Depth, body, frame, paths);
        }
    }

    private static void FindInItems(CollectionReference collection, int depth, List<Read> body, Frame frame, List<(FactPath Path, RuleType Type)> paths)
    {
        if (frame.Items(collection) is not { } items)
        {
            Add(paths, frame.PathOf(collection), RuleType.Int);
            return;
        }

        for (var index = 0; index < items.Count; index++)
        {
            frame.Enter(collection, depth, items[index], index);
            Find(body, frame, paths);
        }
    }

    private static void Add(List<(FactPath Path, RuleType Type)> paths, FactPath path, RuleType type)
    {
        foreach (var (known, _) in paths)
            if (known == path)
                return;
        paths.Add((path, type));
    }

    private static void Walk(Node? node, Seen seen, List<Read> into)
    {
        switch (node)
        {
            case FactCondition fact:
                Keep(fact.Fact, fact.Entity, fact.Depth, seen, into);
                break;
            case FactNumber fact:
                Keep(fact.Fact, fact.Entity, fact.Depth, seen, into);
                break;
            case Quantified quantified:
                Keep(quantified.Collection, quantified.Depth, seen, into, quantified.Body);
                break;
            case Aggregate aggregate:
                Keep(aggregate.Collection, aggregate.Depth, seen, into, aggregate.Filter, aggregate.Value);
                break;
            case not null:
                foreach (var child in FactWalk.Children(node))
                    Walk(child, seen, into);
                break;
        }
    }

    private static void Keep(FactDefinition fact, EntityReference entity, int depth, Seen seen, List<Read> into)
    {
        if (seen.Facts.Add((fact.Entity, fact.Slot, entity, depth)))
            into.Add(new FactRead(fact, entity, depth));
    }

    /// <summary>A collection that was walked before is walked again only for what is new.</summary>
    private static void Keep(CollectionReference collection, int depth, Seen seen, List<Read> into, params ReadOnlySpan<Node?> nodes)
    {
        var isFirst = !seen.Items.TryGetValue((collection, depth), out var inItems);
        inItems = seen.Items[(collection, depth)] = inItems ?? new Seen();
        var body = new List<Read>();
        foreach (var node in nodes)
            Walk(node, inItems, body);
        if (isFirst || body.Count > 0)
            into.Add(new ItemsRead(collection, depth, body));
    }

    private abstract record Read(int Depth);

    private sealed record FactRead(FactDefinition Fact, EntityReference Entity, int Depth) : Read(Depth);

    private sealed record ItemsRead(CollectionReference Collection, int Depth, List<Read> Body) : Read(Depth);

    private sealed class Seen
    {
        public HashSet<(EntityKind, int, EntityReference, int)> Facts { get; } = [];

        public Dictionary<(CollectionReference, int), Seen> Items { get; } = [];
    }
}
