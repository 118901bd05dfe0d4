using System.Globalization;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Charts;

/// <summary>Draws a median with its 80 and 95 per cent bounds.</summary>
public static class FanChart
{
    private const double Left = 76, Right = 640, Top = 84, Bottom = 356;

    /// <summary>Draws it.</summary>
    /// <param name="band">The quantiles.</param>
    /// <param name="title">What is drawn, for example <c>Population</c>.</param>
    /// <param name="unit">In what, for example <c>persons on 1 January</c>.</param>
    /// <param name="source">Where the figures come from.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(QuantileBand band, string title, string unit, string source)
    {
        var years = Enumerable.Range(band.FirstYear, band.LastYear - band.FirstYear + 1).ToList();
        var least = years.Min(year => band.Lower95[year]);
        var most = years.Max(year => band.Upper95[year]);
        // a fan that fills little of the axis from zero is drawn on a cut one, which the labels show
        var scale = Scale.Of(least > most / 2 ? least : Math.Min(0, least), most, 5);
        var svg = new Svg(720, 420, title, $"{scale.In(unit)}; median, 80 and 95 per cent bounds", $"Source: {source}; projection: Cradle");
        foreach (var tick in scale.Ticks)
        {
            var y = scale.Place(tick, Bottom, Top);
            svg.Line(Left, y, Right, y, Svg.Grid).Text(Left - 8, y + 4, scale.Label(tick), 11, Svg.Faint, "end");
        }

        var step = Math.Max(1, (int)Math.Ceiling(years.Count / 8.0 / 5) * 5);
        foreach (var year in years.Where(year => year % step == 0 || years.Count < 8))
            svg.Text(X(year), Bottom + 18, year.ToString(CultureInfo.InvariantCulture), 11, Svg.Faint, "middle");

        svg.Path(Around(y => band.Lower95[y], y => band.Upper95[y]), "none", Svg.Blue, 0.16);
        svg.Path(Around(y => band.Lower80[y], y => band.Upper80[y]), "none", Svg.Blue, 0.26);
        svg.Path(years.Select(year => (X(year), Y(band.Median[year]))), Svg.Blue, strokeWidth: 2);
        svg.Text(Right + 8, Y(band.Median[band.LastYear]) + 4, (band.Median[band.LastYear] / scale.Unit).ToString(scale.Unit > 1 ? "#,0.0" : "#,0.##", CultureInfo.InvariantCulture), 12, Svg.Ink, weight: 600);
        return svg.ToString();

        double X(int year) => Left + (year - band.FirstYear) * (Right - Left) / Math.Max(1, band.LastYear - band.FirstYear);
        double Y(double value) => scale.Place(value, Bottom, Top);
        IEnumerable<(double, double)> Around(Func<int, double> low, Func<int, double> high) =>
            years.Select(year => (X(year), Y(high(year)))).Concat(Enumerable.Reverse(years).Select(year => (X(year), Y(low(year)))));
    }
}
