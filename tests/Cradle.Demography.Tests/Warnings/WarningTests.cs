using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;
using Cradle.Demography.Warnings;

namespace Cradle.Demography.Tests.Warnings;

public class WarningTests
{
    private const int Series = 3000;

    [Theory]
    [InlineData(0.05, 20)]
    [InlineData(0.01, 30)]
    public void Trend_breaks_are_alarmed_falsely_no_more_often_than_stated(double rate, int years)
    {
        var monitor = new TrendBreak(rate);
        var limit = monitor.Limit(years);
        var alarms = 0;
        for (var run = 0; run < Series; run++)
        {
            var stream = new NormalStream(99, run);
            // a trend, another unit and a level: the monitor has to find them by itself
            var series = YearSeries.Of(2000, 2000 + years - 1, year => 500 - 3.7 * (year - 2000) + 12 * stream.Next());
            alarms += monitor.Check(series, limit) is null ? 0 : 1;
        }

        // four standard errors of the simulation, both of this one and of the one behind the limit
        var slack = 4 * Math.Sqrt(rate * (1 - rate) * (1.0 / Series + 1.0 / 20_000));
        ((double)alarms / Series).ShouldBe(rate, slack);
    }

    [Fact]
    public void A_break_of_three_deviations_is_found_within_eight_years_three_times_in_four()
    {
        var monitor = new TrendBreak(0.05, Training: 12);
        var limit = monitor.Limit(24);
        var found = 0;
        for (var run = 0; run < 500; run++)
        {
            var stream = new NormalStream(7, run);
            var series = YearSeries.Of(2000, 2023, year => 10 + stream.Next() - (year >= 2016 ? 3 : 0));
            found += monitor.Check(series, limit) is { Year: >= 2016, Statistic: < 0 } ? 1 : 0;
        }

        found.ShouldBeGreaterThan(375);
    }

    [Fact]
    public void A_sound_forecast_is_alarmed_no_more_often_than_stated_even_when_its_errors_persist()
    {
        const double Rate = 0.05;
        YearSeries Wide(double factor) => YearSeries.Of(2025, 2034, year => 100 + factor * (1 + 0.2 * (year - 2025)));
        var band = QuantileBand.From95(Wide(0), Wide(-1.96), Wide(1.96));
        var alarmed = new int[2];
        for (var run = 0; run < Series; run++)
        {
            for (var persistent = 0; persistent < 2; persistent++)
            {
                var stream = new NormalStream(11 + persistent, run);
                var deviate = 0.0;
                var series = YearSeries.Of(2025, 2034, year =>
                {
                    deviate = persistent == 0 || year == 2025 ? stream.Next() : 0.9 * deviate + Math.Sqrt(1 - 0.81) * stream.Next();
                    return band.At(year, deviate);
                });
                alarmed[persistent] += new ForecastDeviation(Rate).Check(series, band).Any() ? 1 : 0;
            }
        }

        var slack = 4 * Math.Sqrt(Rate * (1 - Rate) / Series);
        ((double)alarmed[0] / Series).ShouldBe(Rate, slack);
        ((double)alarmed[1] / Series).ShouldBeLessThan(Rate + slack);
    }

    [Fact]
    public void A_threshold_speaks_when_it_is_passed_and_not_every_year_after()
    {
        var observed = new YearSeries(2018, [1.50, 1.28, 0.99, 0.98, 1.01, 0.97]);

        new Threshold(1, Below: true).Check(observed).Select(alarm => alarm.Year).ShouldBe([2020, 2023]);
    }
}
