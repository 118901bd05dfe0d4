using Cradle.Linkage.Clustering;
using Cradle.Linkage.Comparison;
using Cradle.Linkage.Reporting;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Review;

/// <summary>Writes what a person should look at: pairs that are probable but not enough, and strong links that were refused.</summary>
internal static class ReviewFile
{
    public static int Write(string path, LinkageResult result)
    {
        using var output = new CsvOutput(path, "source_a", "id_a", "source_b", "id_b", "weight", "probability", "reason", "agreement", "decision");
        var count = 0;
        foreach (var refused in result.Refused)
        {
            Write(output, result, refused.Link, refused.Reason switch
            {
                Refusal.TwoIdentities => "would bring two valid identity numbers together",
                Refusal.UniqueSource => "a second record of a register without doubles",
                _ => "was decided to be different",
            });
            count++;
        }

        foreach (var link in result.Links.SkipWhile(link => link.Weight >= result.Threshold.Weight).Where(link => result.Forest.Find(link.A) != result.Forest.Find(link.B)))
        {
            Write(output, result, link, "not sure enough");
            count++;
        }

        return count;
    }

    private static void Write(CsvOutput output, LinkageResult result, Link link, string reason)
    {
        PairRow.Write(output, result.Store, link);
        output.Cell(reason);
        output.Cell(Agreement(result.Store.Layout, result.Store.Layout.PatternOf(result.Store.Row(link.A), result.Store.Row(link.B))));
        output.Cell("");
        output.EndRow();
    }

    private static string Agreement(RecordLayout layout, ulong pattern) => string.Join("; ", layout.Comparers
        .Select((comparer, field) => (comparer, Level: RecordLayout.LevelOf(pattern, field))).Where(item => item.Level != FieldComparer.Missing)
        .Select(item => $"{item.comparer.Field.Name} {item.comparer.Levels[item.Level]}"));
}
