using System.Globalization;
using Cradle.Linkage;
using Cradle.Linkage.Evaluation;

namespace Cradle.Cli.Linkage;

/// <summary>What a run found, in a few lines or as JSON.</summary>
internal sealed class LinkSummary(string folder, LinkageResult result, int review, PairQuality? quality)
{
    private int Refused => result.Problems.Count(problem => problem.IsRefused);

    public void WriteText()
    {
        Console.WriteLine(Text($"{result.Store.Count} records of {result.Persons} persons; {result.Threshold.Pairs} linked pairs, {review} for review, in {folder}"));
        Console.WriteLine(Text($"expected precision {result.Threshold.Precision:0.0000}, recall {result.Threshold.Recall:0.0000}; {result.Excluded} pairs excluded by identity numbers"));
        if (quality is not null)
            Console.WriteLine(Text($"measured precision {quality.Precision:0.0000}, recall {quality.Recall:0.0000}, F1 {quality.F1:0.0000}; clusters with two valid identity numbers: {quality.MergedIdentities}"));
        if (result.Problems.Count > 0)
            Console.WriteLine(Text($"{Refused} rows refused, {result.Problems.Count - Refused} doubtful values: problems.csv"));
    }

    public void WriteJson() => JsonOutput.Write(new
    {
        Folder = folder,
        Records = result.Store.Count,
        Clusters = result.Persons,
        PairsCompared = result.Histogram.Pairs + result.Excluded,
        PairsLinked = result.Threshold.Pairs,
        PairsForReview = review,
        PairsExcludedByIdentity = result.Excluded,
        LinksRefused = result.Refused.Count,
        Threshold = new { result.Threshold.Weight, ExpectedPrecision = result.Threshold.Precision, ExpectedRecall = result.Threshold.Recall },
        RowsRefused = Refused,
        DoubtfulValues = result.Problems.Count - Refused,
        OversizedBlocks = result.Oversized.Count,
        PairsLeftOutOfOversizedBlocks = result.Oversized.Sum(block => block.PairsLeftOut),
        Fields = result.Model.Fields.Select(field => new { field.Name, field.Kind, field.Columns }),
        Passes = result.Model.Passes.Select(pass => pass.ToString()),
        Quality = quality,
        Stages = result.Stages.Select(stage => new { stage.Stage, Seconds = Math.Round(stage.Seconds, 3), CpuSeconds = Math.Round(stage.CpuSeconds, 3) }),
    });

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
