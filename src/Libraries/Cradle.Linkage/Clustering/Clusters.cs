using Cradle.Linkage.Reading;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Clustering;

/// <summary>A link that the clusters do not follow, and why.</summary>
/// <param name="Link">The link.</param>
/// <param name="Reason">Why it was refused.</param>
public readonly record struct RefusedLink(Link Link, Refusal Reason);

/// <summary>Joins records by their links, the strongest first, so that a weak link never keeps a strong one out.</summary>
internal static class Clusters
{
    public static LinkForest Of(RecordStore store, Link[] links, double from, IReadOnlyCollection<string> uniqueSources, Decisions decisions, List<RefusedLink> refused)
    {
        var forest = new LinkForest(store, uniqueSources);
        foreach (var (a, b) in decisions.TwoPersons)
        {
            forest.KeepApart(a, b);
        }

        foreach (var (a, b) in decisions.OnePerson)
        {
            Join(forest, new Link(a, b, float.PositiveInfinity), refused);
        }

        foreach (var link in links.TakeWhile(link => link.Weight >= from))
        {
            Join(forest, link, refused);
        }

        return forest;
    }

    /// <summary>Strongest first; equal weights in the order of the records, so that every run gives the same clusters.</summary>
    public static Link[] Sorted(List<Link> links)
    {
        var sorted = links.ToArray();
        Array.Sort(sorted, (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return sorted;
    }

    private static void Join(LinkForest forest, Link link, List<RefusedLink> refused)
    {
        var reason = forest.Join(link.A, link.B);
        if (reason != Refusal.None)
        {
            refused.Add(new RefusedLink(link, reason));
        }
    }
}

/// <summary>What clerks decided about pairs.</summary>
/// <param name="OnePerson">Pairs that are one person.</param>
/// <param name="TwoPersons">Pairs that are two.</param>
internal sealed record Decisions(IReadOnlyList<(int A, int B)> OnePerson, IReadOnlyList<(int A, int B)> TwoPersons)
{
    public static Decisions None { get; } = new([], []);
}
