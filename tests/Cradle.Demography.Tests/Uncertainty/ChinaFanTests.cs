using Cradle.Demography.Files;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests.Uncertainty;

/// <summary>
/// The fan of China's population, calibrated from the published bounds of fertility, life expectancy and migration alone, against the
/// published bounds of the population.
/// </summary>
public class ChinaFanTests
{
    [Fact]
    public void Bounds_of_every_year_come_within_5_per_cent_of_the_published()
    {
        var folder = SharedData.China;
        var data = ProjectionFolder.Read(folder);
        var run = new ProbabilisticProjection(data.Divisions[0].Inputs, data.Bounds!, new ProbabilisticOptions { Trajectories = 2000, Seed = 1 });

        var fan = run.Run(cancellation: TestContext.Current.CancellationToken)[FanMeasure.Population].Band();

        foreach (var row in SharedData.Rows(folder, "published_pop_31dec_by_sex_and_intervals.csv"))
        {
            var year = row.Whole("year") + 1;
            (fan.Lower80[year] / 1000 / row.Number("pop_80l")).ShouldBe(1, 0.05);
            (fan.Upper80[year] / 1000 / row.Number("pop_80u")).ShouldBe(1, 0.05);
            (fan.Lower95[year] / 1000 / row.Number("pop_95l")).ShouldBe(1, 0.05);
            (fan.Upper95[year] / 1000 / row.Number("pop_95u")).ShouldBe(1, 0.05);
            (fan.Median[year] / 1000 / (row.Number("popM") + row.Number("popF"))).ShouldBe(1, 0.01);
        }
    }

    [Fact]
    public void Same_seed_on_one_core_or_two_gives_the_same_fan_and_another_seed_another()
    {
        var data = ProjectionFolder.Read(SharedData.China, to: 2030);
        double Upper(long seed, int cores) => new ProbabilisticProjection(data.Divisions[0].Inputs, data.Bounds!, new ProbabilisticOptions { Trajectories = 200, Seed = seed, Cores = cores })
            .Run(cancellation: TestContext.Current.CancellationToken)[FanMeasure.Population].Quantile(2031, 0.9);

        Upper(7, 1).ShouldBe(Upper(7, 2));
        Upper(8, 1).ShouldNotBe(Upper(7, 1));
    }
}
