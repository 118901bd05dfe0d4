using System.Globalization;
using System.Text;
using Cradle.Linkage.Scoring;

namespace Cradle.Linkage.Reporting;

/// <summary>How many pairs have which weight, as bars in SVG; matches that are expected among them are dark.</summary>
internal static class WeightChart
{
    private const int Width = 900;
    private const int Height = 260;
    private const int Foot = 24;

    public static string Svg(WeightHistogram histogram, double threshold)
    {
        var bars = histogram.Bins.GroupBy(bin => Math.Floor(bin.From)).Select(group => (Weight: group.Key, Pairs: group.Sum(bin => bin.Pairs), Matches: group.Sum(bin => bin.Matches))).ToList();
        var top = Math.Log10(Math.Max(10, bars.Max(bar => bar.Pairs)) + 1);
        var (first, step) = (bars[0].Weight, (double)Width / bars.Count);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height + Foot}\" role=\"img\" aria-label=\"Pairs by weight\">");
        foreach (var (weight, pairs, matches) in bars.Where(bar => bar.Pairs > 0))
        {
            var height = Math.Log10(pairs + 1) / top * Height;
            var dark = height * matches / pairs;
            var x = (weight - first) * step;
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.0}\" y=\"{Height - height:0.0}\" width=\"{step - 1:0.0}\" height=\"{height:0.0}\" fill=\"#b9c4d0\"><title>{weight:0}: {pairs} pairs</title></rect>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.0}\" y=\"{Height - dark:0.0}\" width=\"{step - 1:0.0}\" height=\"{dark:0.0}\" fill=\"#1f6f78\"/>");
        }

        for (var weight = Math.Ceiling(first / 10) * 10; weight < bars[^1].Weight; weight += 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(weight - first) * step:0.0}\" y=\"{Height + 16}\" font-size=\"12\">{weight:0}</text>");
        }

        var at = (threshold - first) * step;
        return svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{at:0.0}\" x2=\"{at:0.0}\" y1=\"0\" y2=\"{Height}\" stroke=\"#b3261e\" stroke-width=\"2\"/></svg>").ToString();
    }
}
