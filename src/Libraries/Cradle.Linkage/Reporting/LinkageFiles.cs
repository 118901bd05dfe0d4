using Cradle.Linkage.Models;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Reporting;

/// <summary>Writes the results of a run into its output folder.</summary>
public static class LinkageFiles
{
    private const int Decimals = 3;
    private const int ProbabilityDecimals = 6;

    /// <summary>Writes <c>clusters.csv</c>, <c>pairs.csv</c>, <c>review.csv</c>, <c>problems.csv</c>, <c>model.yaml</c> and <c>report.html</c>.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="result">The results.</param>
    /// <param name="names">The name of each cluster, by its first record.</param>
    public static void Write(string folder, LinkageResult result, Func<int, long> names)
    {
        Parallel.Invoke(
            () => WriteClusters(Path.Combine(folder, "clusters.csv"), result, names),
            () => WritePairs(Path.Combine(folder, "pairs.csv"), result, result.Links.TakeWhile(link => link.Weight >= result.Threshold.Weight)));
        WriteProblems(Path.Combine(folder, "problems.csv"), result);
        ModelFile.Write(Path.Combine(folder, "model.yaml"), result.Model);
    }

    private static void WriteClusters(string path, LinkageResult result, Func<int, long> names)
    {
        using var output = new CsvOutput(path, "source", "id", "cluster");
        var store = result.Store;
        for (var source = 0; source < store.Sources.Count; source++)
        {
            for (var record = store.StartOf(source); record < store.StartOf(source + 1); record++)
            {
                output.Cell(store.Sources[source]);
                output.Cell(store.IdOf(record));
                output.Cell(names(result.Forest.Find(record)));
                output.EndRow();
            }
        }
    }

    private static void WritePairs(string path, LinkageResult result, IEnumerable<Link> links)
    {
        using var output = new CsvOutput(path, "source_a", "id_a", "source_b", "id_b", "weight", "probability");
        foreach (var link in links.Where(link => result.Forest.Find(link.A) == result.Forest.Find(link.B)))
        {
            foreach (var record in (ReadOnlySpan<int>)[link.A, link.B])
            {
                output.Cell(result.Store.Sources[result.Store.SourceOf(record)]);
                output.Cell(result.Store.IdOf(record));
            }

            output.Cell(link.Weight, Decimals);
            output.Cell(link.Probability, ProbabilityDecimals);
            output.EndRow();
        }
    }

    private static void WriteProblems(string path, LinkageResult result)
    {
        using var output = new CsvOutput(path, "file", "line", "column", "refused", "problem");
        foreach (var problem in result.Problems)
        {
            output.Cell(problem.File);
            output.Cell(problem.Line);
            output.Cell(problem.Column ?? "");
            output.Cell(problem.IsRefused ? "yes" : "no");
            output.Cell(problem.Problem);
            output.EndRow();
        }
    }
}
