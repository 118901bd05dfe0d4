using System.Globalization;
using System.Net;
using System.Text;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Reporting;

/// <summary>A page about a run, whole in itself: figures, how weights lie, thresholds, what each field tells, what was left out.</summary>
internal static class Report
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2430}"
        + "table{border-collapse:collapse;margin:1rem 0}td,th{padding:.25rem .75rem;border-bottom:1px solid #d5dbe3;text-align:left}"
        + "td.n{text-align:right;font-variant-numeric:tabular-nums}svg{max-width:100%}h2{margin-top:2rem}";

    private static readonly double[] Probabilities = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

    public static string Html(LinkageResult result, int review)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Linkage report</title><style>{Style}</style>");
        page.Append("<h1>Linkage report</h1>");
        Table(page, ["what", "count"],
            ["records", Count(result.Store.Count)], ["persons (clusters)", Count(result.Persons)], ["pairs compared", Count(result.Histogram.Pairs + result.Excluded)],
            ["excluded by two valid, different identity numbers", Count(result.Excluded)], ["linked pairs", Count(result.Threshold.Pairs)],
            ["pairs for clerical review", Count(review)], ["links refused", Count(result.Refused.Count)],
            ["rows refused", Count(result.Problems.Count(problem => problem.IsRefused))], ["doubtful values", Count(result.Problems.Count(problem => !problem.IsRefused))]);
        page.Append("<h2>How weights lie</h2><p>Pairs by weight (logarithm to base 2 of the odds of being one person), on a logarithmic scale. The line is the threshold.</p>");
        page.Append(WeightChart.Svg(result.Histogram, result.Threshold.Weight));
        Thresholds(page, result);
        Fields(page, result);
        page.Append("<h2>Blocking</h2>");
        Table(page, ["pass"], [.. result.Model.Passes.Select(pass => new[] { pass.ToString() })]);
        if (result.Oversized.Count > 0)
        {
            page.Append("<p>Blocks that were too large, and were split by further fields:</p>");
            Table(page, ["pass", "blocks", "largest", "pairs left out"], [.. result.Oversized.GroupBy(block => block.Pass).Select(group =>
                new[] { group.Key, Count(group.Count()), Count(group.Max(block => block.Records)), Count(group.Sum(block => block.PairsLeftOut)) })]);
        }

        page.Append("<h2>Time</h2>");
        Table(page, ["stage", "seconds", "seconds of all cores"], [.. result.Stages.Select(stage => new[] { stage.Stage, Number(stage.Seconds, 2), Number(stage.CpuSeconds, 2) })]);
        return page.Append("</html>\n").ToString();
    }

    private static void Thresholds(StringBuilder page, LinkageResult result)
    {
        page.Append("<h2>What to expect of a threshold</h2><p>Expected from the probabilities themselves; matches that no pass brings together are not in the recall.</p>");
        var rows = Probabilities.Select(probability => result.Histogram.At(Math.Log2(probability / (1 - probability)))).Append(result.Threshold).OrderBy(row => row.Weight);
        Table(page, ["weight", "probability", "precision", "recall", "F1", "pairs", ""], [.. rows.Select(row => new[]
        {
            Number(row.Weight, 2), Number(PairWeights.Probability(row.Weight), 4), Number(row.Precision, 5), Number(row.Recall, 5), Number(row.F1, 5), Count(row.Pairs), row.Weight == result.Threshold.Weight ? "used" : "",
        })]);
    }

    private static void Fields(StringBuilder page, LinkageResult result)
    {
        page.Append("<h2>What each field tells</h2><p>Share of each level among matches and among strangers, and the weight it adds against strangers.</p>");
        var (match, stranger) = (result.Model.Parameters!.Classes[0], result.Model.Parameters.Classes[1]);
        Table(page, ["field", "agreement", "matches", "strangers", "weight"], [.. result.Store.Layout.Comparers.SelectMany((comparer, field) => comparer.Levels.Skip(1).Select((name, level) =>
        {
            var (m, u) = (match.Levels[field][level], stranger.Levels[field][level]);
            return new[] { comparer.Field.Name, name, Number(m, 6), u.ToString("G4", CultureInfo.InvariantCulture), m == 0 ? "excluded" : Number(Math.Log2(m / u), 2) };
        }))]);
    }

    private static void Table(StringBuilder page, string[] head, params string[][] rows)
    {
        page.Append("<table><tr>").AppendJoin("", head.Select(cell => $"<th>{WebUtility.HtmlEncode(cell)}</th>")).Append("</tr>");
        foreach (var row in rows)
        {
            page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td{(cell.Length > 0 && cell.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or 'E') ? " class=\"n\"" : "")}>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        page.Append("</table>");
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number, int decimals) => number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
