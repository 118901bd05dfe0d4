using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Primitives;

namespace Cradle.Demography.Tests.Projection;

/// <summary>The exact check of an engine: Canada 1950 to 2020 as the United Nations' own engine projects it from the same inputs.</summary>
public class CanadaTests
{
    [Fact]
    public void Every_age_sex_and_year_agrees_with_the_reference_engine()
    {
        var folder = SharedData.Canada;
        var path = CohortComponent.Project(ProjectionFolder.Read(folder).Divisions[0].Inputs);

        var worst = 0.0;
        var cells = 0;
        foreach (var row in SharedData.Rows(folder, "out_pop_count_age_sex_1x1.csv").Where(row => row["sex"] != "both"))
        {
            var expected = row.Number("value");
            var actual = path.Population[SexOf(row)][row.Whole("year")][row.Whole("age")];
            worst = Math.Max(worst, Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected)));
            cells++;
        }

        cells.ShouldBe(2 * 71 * 101);
        worst.ShouldBeLessThan(2.4e-7);
    }

    [Fact]
    public void Births_agree_with_the_reference_engine_in_total_by_sex_and_by_age_of_mother()
    {
        var folder = SharedData.Canada;
        var path = CohortComponent.Project(ProjectionFolder.Read(folder).Divisions[0].Inputs);

        foreach (var row in SharedData.Rows(folder, "out_birth_count_tot_sex.csv"))
        {
            var year = row.Whole("year");
            var actual = row["sex"] == "both" ? path.Births(year) : path.Births(year, SexOf(row));
            // the reference itself was written with rounded inputs: its own distance is 1.5e-10
            actual.ShouldBe(row.Number("value"), 1.55e-10 * row.Number("value"));
        }

        var byAge = new double[101];
        foreach (var year in SharedData.Rows(folder, "out_birth_count_age_b_1x1.csv").GroupBy(row => row.Whole("year")))
        {
            path.Births(year.Key, byAge);
            foreach (var row in year)
                byAge[row.Whole("age")].ShouldBe(row.Number("value"), 1e-4);
        }
    }

    [Fact]
    public void Deaths_by_cohort_agree_with_the_reference_engine()
    {
        var folder = SharedData.Canada;
        var path = CohortComponent.Project(ProjectionFolder.Read(folder).Divisions[0].Inputs);

        var deaths = new double[101];
        foreach (var cohort in SharedData.Rows(folder, "out_death_count_cohort_sex_1x1.csv").Where(row => row["sex"] != "both").GroupBy(row => (row.Whole("year"), SexOf(row))))
        {
            path.Deaths(cohort.Key.Item1, cohort.Key.Item2, deaths);
            foreach (var row in cohort)
                deaths[row.Whole("age")].ShouldBe(row.Number("value"), 1e-5 * Math.Max(1000, row.Number("value")));
        }
    }

    private static Sex SexOf(Dictionary<string, string> row) => row["sex"] == "male" ? Sex.Male : Sex.Female;
}
