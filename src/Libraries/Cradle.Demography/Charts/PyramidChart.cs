using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Primitives;

namespace Cradle.Demography.Charts;

/// <summary>Draws a population by single age, men to the left and women to the right, with an earlier or later year as an outline.</summary>
public static class PyramidChart
{
    private const double Left = 24, Right = 696, Top = 92, Bottom = 560, Middle = 360, Gap = 18;

    /// <summary>Draws it.</summary>
    /// <param name="accounts">The population.</param>
    /// <param name="year">The 1 January drawn as bars.</param>
    /// <param name="outline">The 1 January drawn as an outline.</param>
    /// <param name="place">Where, for the title; may be empty.</param>
    /// <param name="source">Where the figures come from.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(ProjectionAccounts accounts, int year, int outline, string place, string source)
    {
        double Most(int of) => BySex.Order.Max(sex => Enumerable.Range(0, Ages.Count).Max(age => accounts.Persons(of, sex, age, age)));
        var scale = Scale.Of(0, Math.Max(Math.Max(Most(year), Most(outline)), 1e-6), 4);
        var svg = new Svg(720, 620,
            string.Create(CultureInfo.InvariantCulture, $"Population by age and sex{(place.Length > 0 ? ", " + place : "")}, 1 January {year}"),
            string.Create(CultureInfo.InvariantCulture, $"{scale.In("persons")} at each single age; outline: 1 January {outline}"),
            $"Source: {source}; projection: Cradle");
        var height = (Bottom - Top) / Ages.Count;
        foreach (var tick in scale.Ticks)
        {
            foreach (var direction in new[] { -1, 1 })
            {
                var x = X(scale, direction, tick);
                svg.Line(x, Top, x, Bottom, Svg.Grid).Text(x, Bottom + 16, scale.Label(tick), 11, Svg.Faint, "middle");
            }
        }

        foreach (var (sex, direction, colour) in new[] { (Sex.Male, -1, Svg.Blue), (Sex.Female, 1, Svg.Coral) })
        {
            for (var age = 0; age < Ages.Count; age++)
            {
                var end = X(scale, direction, accounts.Persons(year, sex, age, age));
                svg.Bar(Math.Min(end, Middle + direction * Gap), Y(age + 1), Math.Abs(end - Middle - direction * Gap), height - 0.6, colour);
            }

            svg.Path(Enumerable.Range(0, Ages.Count).SelectMany(age => new[] { age, age + 1 }.Select(edge => (X(scale, direction, accounts.Persons(outline, sex, age, age)), Y(edge)))), Svg.Ink, strokeWidth: 1.1);
        }

        for (var age = 0; age <= Ages.Open; age += 10)
            svg.Text(Middle, Y(age) + (age == Ages.Open ? -1 : -0.5), Ages.Label(age), 10.5, Svg.Faint, "middle");
        svg.Text(Left, Top - 12, "Men", 12.5, Svg.Blue, weight: 600).Text(Right, Top - 12, "Women", 12.5, Svg.Coral, "end", 600);
        return svg.ToString();
    }

    private static double X(Scale scale, int direction, double persons) =>
        direction < 0 ? scale.Place(persons, Middle - Gap, Left) : scale.Place(persons, Middle + Gap, Right);

    private static double Y(double age) => Bottom - age * (Bottom - Top) / Ages.Count;
}
