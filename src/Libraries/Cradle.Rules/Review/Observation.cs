using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;

namespace Cradle.Rules.Review;

/// <summary>
/// A part of an expression that is looked at as a whole, with the loop items it is looked at for and the facts it reads.
/// Two values of a fact are the same to the rules where every observation of that fact alone comes out the same.
/// </summary>
internal sealed record Observation(Node Node, IReadOnlyList<(CollectionReference Collection, int Depth, int Index)> Items, IReadOnlySet<FactPath> Facts)
{
    /// <summary>What it comes to: a truth value or a number; null where unknown.</summary>
    public long? Look(Frame frame)
    {
        foreach (var (collection, depth, index) in Items)
            frame.Enter(collection, depth, frame.Items(collection)![index], index);
        return Node switch
        {
            Condition condition => Interpreter.Test(condition, frame) switch { Kleene.True => 1, Kleene.False => 0, _ => null },
            Number number => Interpreter.TryNumber(number, frame, out var value) ? value : null,
            _ => null,
        };
    }

    /// <summary>All observations of some expressions in a frame whose collections are full.</summary>
    public static List<Observation> Of(IEnumerable<Node> nodes, Frame frame)
    {
        var found = new List<Observation>();
        foreach (var node in nodes)
            Collect(node, frame, [], found);
        return found;
    }

    private static void Collect(Node node, Frame frame, List<(CollectionReference, int, int)> items, List<Observation> found)
    {
        switch (node)
        {
            case Quantified quantified:
                ForEachItem(quantified.Collection, quantified.Depth, frame, items, () => Collect(quantified.Body, frame, items, found));
                break;
            case Aggregate aggregate:
                ForEachItem(aggregate.Collection, aggregate.Depth, frame, items, () =>
                {
                    if (aggregate.Filter is not null)
                        Collect(aggregate.Filter, frame, items, found);
                    if (aggregate.Value is not null)
                        Collect(aggregate.Value, frame, items, found);
                });
                break;
            case FactCondition or FactNumber or Compare or InList or Within or HasMember or IsEmpty or CalendarCall when !HasLoop(node):
                var facts = FactWalk.Of(node, frame).Select(read => read.Path).ToHashSet();
                if (facts.Count > 0)
                    found.Add(new Observation(node, [.. items], facts));
                break;
            default:
                foreach (var child in FactWalk.Children(node))
                    Collect(child, frame, items, found);
                break;
        }
    }

    private static void ForEachItem(CollectionReference collection, int depth, Frame frame, List<(CollectionReference, int, int)> items, Action body)
    {
        for (var index = 0; index < frame.Items(collection)!.Count; index++)
        {
            frame.Enter(collection, depth, frame.Items(collection)![index], index);
            items.Add((collection, depth, index));
            body();
            items.RemoveAt(items.Count - 1);
        }
    }

    private static bool HasLoop(Node node) => node is Quantified or Aggregate || FactWalk.Children(node).Any(HasLoop);
}
