using System.Globalization;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// How a number becomes points: so many for each unit (<c>10</c>), or by bands up to a number (<c>0.5:30 1:20 3:10</c>: 30 up to 0.5, 20 up to 1, 10 up to
/// 3, nothing beyond).
/// </summary>
internal sealed class PointRule
{
    private readonly double perUnit;
    private readonly (double UpTo, double Points)[] bands;

    private PointRule(double perUnit, (double, double)[] bands)
    {
        this.perUnit = perUnit;
        this.bands = bands;
    }

    public bool HasBands => bands.Length > 0;

    public static PointRule? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return new PointRule(0, []);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var perUnit))
            return !double.IsFinite(perUnit) ? null : new PointRule(perUnit, []);
        var bands = new List<(double UpTo, double Points)>();
        foreach (var band in text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = band.Split(':');
            if (parts.Length != 2
                || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var upTo)
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var points) || !double.IsFinite(upTo) || !double.IsFinite(points)
                || (bands.Count > 0 && upTo <= bands[^1].UpTo))
                return null;
            bands.Add((upTo, points));
        }

        return new PointRule(0, [.. bands]);
    }

    public double Points(double? value)
    {
        if (value is not { } number)
            return 0;
        foreach (var (upTo, points) in bands)
            if (number <= upTo)
                return points;
        return number * perUnit;
    }
}
