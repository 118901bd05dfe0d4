using System.Xml.Linq;
using Cradle.Demography.Charts;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests.Charts;

public class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_pyramid_is_well_formed_and_says_where_when_unit_and_source()
    {
        var accounts = ProjectionAccounts.Of(CohortComponent.Project(Populations.Any(1)));
        var chart = XDocument.Parse(PyramidChart.Draw(accounts, 2037, 2025, "A & B", "Statistics <2025>"));

        var texts = chart.Descendants(Svg + "text").Select(text => text.Value).ToList();
        texts.ShouldContain("Population by age and sex, A & B, 1 January 2037");
        texts.ShouldContain(text => text.Contains("persons at each single age"));
        texts.ShouldContain(text => text.Contains("Statistics <2025>"));
        // the ground and a bar for each age and sex
        chart.Descendants(Svg + "rect").Count().ShouldBe(1 + 2 * 101);
    }

    [Fact]
    public void A_fan_is_well_formed_and_stays_within_its_drawing()
    {
        YearSeries Flat(double value) => YearSeries.Of(2025, 2050, year => value * (year - 2024));
        var chart = XDocument.Parse(FanChart.Draw(new QuantileBand(Flat(50), Flat(40), Flat(60), Flat(30), Flat(70)), "Births", "live births a year", "made up"));

        chart.Descendants(Svg + "path").Count().ShouldBe(3);
        var heights = chart.Descendants(Svg + "path").SelectMany(path => path.Attribute("d")!.Value.Split(' ')).Where(part => double.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out _))
            .Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        heights.ShouldAllBe(height => height >= 0 && height <= 420);
    }
}
