using Cradle.Demography.Fertility;
using Cradle.Demography.Files;
using Cradle.Demography.Mortality;
using Cradle.Demography.Projection;
using Cradle.Demography.Scenarios;

namespace Cradle.Demography.Tests.Scenarios;

public class ScenarioTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Low_and_high_variants_of_China_come_within_1_per_cent_of_the_published(bool high)
    {
        var folder = SharedData.China;
        var inputs = ProjectionFolder.Read(folder).Divisions[0].Inputs;
        var path = CohortComponent.Project((high ? Scenario.High(2024) : Scenario.Low(2024)).Apply(inputs));

        foreach (var row in SharedData.Rows(folder, "published_pop_31dec_by_sex_and_intervals.csv"))
        {
            var published = 1000 * row.Number(high ? "pop_high" : "pop_low");
            // the published variants have age patterns of their own, which are not among the inputs: 0.5 per cent in 2090
            path.Total(row.Whole("year") + 1).ShouldBe(published, 0.01 * published, row["year"]);
        }
    }

    [Fact]
    public void Each_change_changes_what_it_names_and_nothing_else()
    {
        var inputs = Plausible();
        var changed = new Scenario("test", year => year < 2030 ? new ScenarioYear() : new ScenarioYear(0.2, 0, 1.5, 2)).Apply(inputs);

        FertilityMeasures.Total(changed.Fertility[2029]).ShouldBe(FertilityMeasures.Total(inputs.Fertility[2029]), 1e-12);
        FertilityMeasures.Total(changed.Fertility[2030]).ShouldBe(FertilityMeasures.Total(inputs.Fertility[2030]) + 0.2, 1e-12);
        FertilityMeasures.MeanAge(changed.Fertility[2030]).ShouldBe(FertilityMeasures.MeanAge(inputs.Fertility[2030]), 1e-9);
        SurvivalSchedule.LifeExpectancy(changed.Survival.Male[2030]).ShouldBe(SurvivalSchedule.LifeExpectancy(inputs.Survival.Male[2030]) + 1.5, 1e-6);
        changed.NetMigration.Male[2030][20].ShouldBe(2 * inputs.NetMigration.Male[2030][20]);
        changed.Start.ShouldBe(inputs.Start);
    }

    [Fact]
    public void Later_births_lower_the_rates_only_while_the_mean_age_rises()
    {
        var inputs = Plausible();
        // half a year later in 2030, and so from then on: 2030 loses a half of its births, 2031 nothing
        var changed = new Scenario("later", year => new ScenarioYear(MeanAge: year < 2030 ? 0 : 0.5)).Apply(inputs);

        FertilityMeasures.Total(changed.Fertility[2030]).ShouldBe(FertilityMeasures.Total(inputs.Fertility[2030]) * 0.5, 1e-9);
        FertilityMeasures.Total(changed.Fertility[2031]).ShouldBe(FertilityMeasures.Total(inputs.Fertility[2031]), 1e-9);
        FertilityMeasures.MeanAge(changed.Fertility[2031]).ShouldBe(FertilityMeasures.MeanAge(inputs.Fertility[2031]) + 0.5, 1e-6);
    }

    private static ProjectionInputs Plausible() =>
        ProjectionFolder.Read(Repository.PathOf("docs", "examples", "population-county")).Divisions[0].Inputs;

    [Fact]
    public void A_column_that_is_no_change_is_refused_and_not_left_out()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "year,tfr_chg\n2030,0.2\n");

            var problem = Should.Throw<ProjectionInputException>(() => ScenarioFile.Read(file)).Problems.ShouldHaveSingleItem();

            problem.Line.ShouldBe(1);
            problem.Reason.ShouldContain("tfr_chg");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
