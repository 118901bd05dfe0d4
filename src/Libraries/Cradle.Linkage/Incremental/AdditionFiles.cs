using Cradle.Linkage.Reading;
using Cradle.Linkage.Reporting;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Incremental;

/// <summary>Writes the results of an addition, in the columns of a run.</summary>
internal static class AdditionFiles
{
    public static void Write(
        string folder, LinkageIndex index, RecordStore store, long[] clusters, IEnumerable<FoundPair> pairs, IEnumerable<(long From, long Into)> merged, IReadOnlyList<RowProblem> problems)
    {
        using (var output = new CsvOutput(Path.Combine(folder, "clusters.csv"), "source", "id", "cluster"))
        {
            for (var record = 0; record < store.Count; record++)
            {
                PairRow.Record(output, store, record);
                output.Cell(clusters[record]);
                output.EndRow();
            }
        }

        using (var output = new CsvOutput(Path.Combine(folder, "pairs.csv"), "source_a", "id_a", "source_b", "id_b", "weight", "probability"))
        {
            foreach (var pair in pairs)
            {
                PairRow.Record(output, store, pair.Record);
                Other(output, index, store, pair);
                output.Cell(pair.Weight, PairRow.WeightDecimals);
                output.Cell(PairWeights.Probability(pair.Weight), PairRow.ProbabilityDecimals);
                output.EndRow();
            }
        }

        using var history = new CsvOutput(Path.Combine(folder, "history.csv"), "event", "cluster", "earlier");
        foreach (var (from, into) in merged)
        {
            history.Cell("merged");
            history.Cell(into);
            history.Cell(from);
            history.EndRow();
        }

        ProblemFile.Write(Path.Combine(folder, "problems.csv"), problems);
    }

    private static void Other(CsvOutput output, LinkageIndex index, RecordStore store, FoundPair pair)
    {
        if (pair.Segment == FoundPair.New)
        {
            PairRow.Record(output, store, pair.Other);
            return;
        }

        var name = index.Segments[pair.Segment].NameOf(pair.Other);
        var tab = name.IndexOf((byte)'\t');
        output.Cell(name[..tab]);
        output.Cell(name[(tab + 1)..]);
    }
}
