using Cradle.Demography.Evaluation;
using Cradle.Demography.Files;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests.Evaluation;

public class BackTestTests
{
    [Fact]
    public void Errors_are_in_per_cent_of_what_happened()
    {
        var forecast = new YearSeries(2020, [110, 95, 100]);
        var observed = new YearSeries(2019, [90, 100, 100, 100]);

        var test = BackTest.Of(forecast, observed);

        // +10, −5, 0
        test.Years.ShouldBe(3);
        test.LargestPercentError.ShouldBe(10, 1e-9);
        test.MeanPercentError.ShouldBe(5.0 / 3, 1e-9);
        test.MeanAbsolutePercentError.ShouldBe(5, 1e-9);
        test.WithinBounds80.ShouldBeNull();
    }

    [Fact]
    public void Canada_projected_from_1980_with_the_rates_of_1979_kept_would_have_been_too_low()
    {
        var inputs = ProjectionFolder.Read(SharedData.Canada, 1950, 2019).Divisions[0].Inputs;
        var truth = CohortComponent.Project(inputs);
        AgeTable Kept(AgeTable table) => AgeTable.Constant(1980, 40, table[1979]);
        var forecast = CohortComponent.Project(new ProjectionInputs
        {
            Start = truth.Population.Select(table => table[1980].ToArray()),
            Survival = inputs.Survival.Select(Kept),
            Fertility = Kept(inputs.Fertility),
            NetMigration = inputs.NetMigration.Select(Kept),
            SexRatioAtBirth = YearSeries.Constant(1980, 40, inputs.SexRatioAtBirth[1979]),
        });

        var test = BackTest.Of(YearSeries.Of(1980, 2020, forecast.Total), YearSeries.Of(1980, 2020, truth.Total));

        test.Years.ShouldBe(41);
        test.MeanPercentError.ShouldBeLessThan(-1);
        test.LargestPercentError.ShouldBeGreaterThan(test.MeanAbsolutePercentError);
    }

    [Fact]
    public void Bounds_are_counted_where_they_held()
    {
        YearSeries Flat(double value) => YearSeries.Constant(2020, 4, value);
        var band = new QuantileBand(Flat(10), Flat(9), Flat(11), Flat(8), Flat(12));

        var test = BackTest.Of(band, new YearSeries(2020, [10, 11.5, 13, 9]));

        (test.WithinBounds80, test.WithinBounds95).ShouldBe((0.5, 0.75));
    }
}
