namespace Cradle.Allocation.Siting.Networks;

/// <summary>Vertices joined by edges that cost the same in both directions.</summary>
public sealed class RoadNetwork
{
    private readonly int vertices;
    private readonly Dictionary<(int, int), double> edges = [];

    /// <summary>Makes a network without edges.</summary>
    /// <param name="vertices">Number of vertices.</param>
    public RoadNetwork(int vertices) => this.vertices = vertices;

    /// <summary>Joins two vertices; the cost replaces an earlier one of the same pair.</summary>
    /// <param name="from">One end, from 0.</param>
    /// <param name="to">The other end, from 0.</param>
    /// <param name="cost">Length or time, not negative.</param>
    public void Connect(int from, int to, double cost) => edges[from < to ? (from, to) : (to, from)] = cost;

    /// <summary>Shortest distances from each origin to every vertex (Dijkstra 1959); infinite where there is no way.</summary>
    /// <param name="origins">The origins; a row each.</param>
    public double[][] Distances(IEnumerable<int> origins)
    {
        var starts = new int[vertices + 1];
        foreach (var (from, to) in edges.Keys)
        {
            starts[from + 1]++;
            starts[to + 1]++;
        }

        for (var vertex = 0; vertex < vertices; vertex++)
            starts[vertex + 1] += starts[vertex];
        var next = starts[..^1];
        var arcs = new (int To, double Cost)[starts[^1]];
        foreach (var ((from, to), cost) in edges)
        {
            arcs[next[from]++] = (to, cost);
            arcs[next[to]++] = (from, cost);
        }

        return [.. origins.AsParallel().AsOrdered().Select(origin => From(origin, starts, arcs))];
    }

    private double[] From(int origin, int[] starts, (int To, double Cost)[] arcs)
    {
        var distances = new double[vertices];
        Array.Fill(distances, double.PositiveInfinity);
        distances[origin] = 0;
        var queue = new PriorityQueue<int, double>();
        queue.Enqueue(origin, 0);
        while (queue.TryDequeue(out var vertex, out var distance))
        {
            if (distance > distances[vertex])
                continue;
            foreach (var (to, cost) in arcs.AsSpan(starts[vertex]..starts[vertex + 1]))
            {
                if (distance + cost < distances[to])
                {
                    distances[to] = distance + cost;
                    queue.Enqueue(to, distances[to]);
                }
            }
        }

        return distances;
    }
}
