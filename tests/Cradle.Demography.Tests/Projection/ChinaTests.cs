using Cradle.Demography.Files;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Tests.Projection;

/// <summary>China 2024 to 2100 from the inputs of World Population Prospects 2024 against its published results.</summary>
public class ChinaTests
{
    [Fact]
    public void Totals_on_31_December_come_within_2_in_10_000_in_every_year()
    {
        var folder = SharedData.China;
        var path = CohortComponent.Project(ProjectionFolder.Read(folder).Divisions[0].Inputs);

        var rows = SharedData.Rows(folder, "published_pop_31dec_by_sex_and_intervals.csv").ToList();
        rows.Count.ShouldBe(77);
        foreach (var row in rows)
        {
            // published in thousands
            var published = 1000 * (row.Number("popM") + row.Number("popF"));
            path.Total(row.Whole("year") + 1).ShouldBe(published, 0.0002 * published, row["year"]);
        }
    }

    [Fact]
    public void Births_come_within_5_in_10_000_in_every_year()
    {
        var folder = SharedData.China;
        var path = CohortComponent.Project(ProjectionFolder.Read(folder).Divisions[0].Inputs);

        foreach (var row in SharedData.Rows(folder, "published_births_deaths.csv").Where(row => row.Whole("year") >= 2024))
        {
            var published = 1000 * row.Number("births");
            path.Births(row.Whole("year")).ShouldBe(published, 0.0005 * published, row["year"]);
        }
    }
}
