using Cradle.Linkage.Incremental;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Review;
using Cradle.Linkage.Survivorship;

namespace Cradle.Linkage.Reporting;

/// <summary>Writes the results of a run into its output folder.</summary>
public static class LinkageFiles
{
    /// <summary>
    /// Writes <c>clusters.csv</c>, <c>pairs.csv</c>, <c>review.csv</c>, <c>problems.csv</c>, <c>model.yaml</c> and <c>report.html</c>; on demand
    /// <c>persons.csv</c> (surviving values), after an earlier run <c>history.csv</c>. Then the work of the run is done and its intermediate files go.
    /// </summary>
    /// <param name="options">What was run.</param>
    /// <param name="result">The results.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <returns>Pairs that wait for clerical review.</returns>
    public static int Write(LinkageOptions options, LinkageResult result, CancellationToken cancel)
    {
        var review = 0;
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () => WriteClusters(In("clusters.csv"), result),
            () => WritePairs(In("pairs.csv"), result),
            () => review = ReviewFile.Write(In("review.csv"), result),
            () => ProblemFile.Write(In("problems.csv"), result.Problems));
        result.Clock.Done("write");
        ModelFile.Write(In("model.yaml"), result.Model);
        if (options.Previous is not null)
        {
            WriteHistory(In("history.csv"), result);
        }

        if (options.SurvivingValues)
        {
            PersonFile.Write(In("persons.csv"), result, RegisterFile.Open(options.Inputs), cancel);
        }

        if (options.KeepIndex)
        {
            LinkageIndex.Create(options.Output, result);
            result.Clock.Done("index");
        }

        File.WriteAllText(In("report.html"), Report.Html(result, review));
        new WorkFolder(options).Delete();
        return review;

        string In(string name) => Path.Combine(options.Output, name);
    }

    private static void WriteClusters(string path, LinkageResult result)
    {
        using var output = new CsvOutput(path, "source", "id", "cluster");
        for (var record = 0; record < result.Store.Count; record++)
        {
            PairRow.Record(output, result.Store, record);
            output.Cell(result.Names[result.Forest.Find(record)]);
            output.EndRow();
        }
    }

    private static void WritePairs(string path, LinkageResult result)
    {
        using var output = new CsvOutput(path, "source_a", "id_a", "source_b", "id_b", "weight", "probability");
        foreach (var link in result.Links.TakeWhile(link => link.Weight >= result.Threshold.Weight))
        {
            if (result.Forest.Find(link.A) == result.Forest.Find(link.B))
            {
                PairRow.Write(output, result.Store, link);
                output.EndRow();
            }
        }
    }

    private static void WriteHistory(string path, LinkageResult result)
    {
        using var output = new CsvOutput(path, "event", "cluster", "earlier");
        foreach (var change in result.Names.Changes)
        {
            output.Cell(change.Event);
            output.Cell(change.Cluster);
            output.Cell(change.Earlier);
            output.EndRow();
        }
    }
}
