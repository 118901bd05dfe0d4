using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Flows;

/// <summary>The cheapest split service of every layer by a set of open options.</summary>
internal sealed class LayeredFlow
{
    private readonly TransportFlow[] layers;

    private LayeredFlow(TransportFlow[] layers) => this.layers = layers;

    public double Cost { get; private init; }

    public IEnumerable<Service> Services => layers.SelectMany(layer => layer.Services());

    /// <summary>The flow, or null when the options cannot hold all demand, or it was cancelled.</summary>
    public static LayeredFlow? Of(SitingProblem problem, Decisions decisions, IReadOnlyCollection<int> open, CancellationToken cancellation)
    {
        var layers = new TransportFlow[problem.LayerCount];
        for (int layer = 0, start = 0; layer < layers.Length; layer++)
        {
            var end = start;
            while (end < problem.CustomerCount && problem.LayerOf(end) == layer)
                end++;
            layers[layer] = new TransportFlow(problem, decisions, open, layer);
            if (!layers[layer].Serve([.. Enumerable.Range(start, end - start)], cancellation))
                return null;
            start = end;
        }

        return new LayeredFlow(layers) { Cost = layers.Sum(layer => layer.TotalCost()) };
    }

    /// <summary>The flow with one option less, or null when the others cannot hold all demand, or it was cancelled.</summary>
    public LayeredFlow? Without(int option, CancellationToken cancellation)
    {
        var copies = new TransportFlow[layers.Length];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            copies[layer] = layers[layer].Copy();
            if (!copies[layer].Close(option, cancellation))
                return null;
        }

        return new LayeredFlow(copies) { Cost = copies.Sum(layer => layer.TotalCost()) };
    }
}
