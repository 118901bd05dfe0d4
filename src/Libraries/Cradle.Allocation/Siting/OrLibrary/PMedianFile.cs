using Cradle.Allocation.Siting.Networks;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.OrLibrary;

/// <summary>
/// A p-median instance of the OR-Library (Beasley 1990): <c>vertices edges p</c>, then <c>i j cost</c> per edge. Every vertex is a customer of demand 1
/// and a possible site; costs are the shortest paths; of an edge given more than once the last cost counts.
/// </summary>
public static class PMedianFile
{
    private const int MostVertices = 50_000;

    /// <summary>Reads an instance.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="Input.InputException">The file is not such an instance; the message names the line.</exception>
    public static SitingProblem Read(string file)
    {
        var scanner = NumberScanner.Open(file);
        var vertices = scanner.Whole("number of vertices", 1, MostVertices);
        var edges = scanner.Whole("number of edges", 0, int.MaxValue);
        var sites = scanner.Whole("number of sites p", 1, vertices);
        var network = new RoadNetwork(vertices);
        for (var edge = 0; edge < edges; edge++)
        {
            var from = scanner.Whole("vertex", 1, vertices) - 1;
            var to = scanner.Whole("vertex", 1, vertices) - 1;
            network.Connect(from, to, scanner.NotNegative("cost of an edge"));
        }

        scanner.End();
        return new SitingProblem
        {
            ServiceCosts = network.Distances(Enumerable.Range(0, vertices)),
            OpeningCosts = new double[vertices],
            Demands = Enumerable.Repeat(1.0, vertices).ToArray(),
            MinSites = sites,
            MaxSites = sites,
        };
    }
}
