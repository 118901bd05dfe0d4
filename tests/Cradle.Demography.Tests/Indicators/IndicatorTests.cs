using Cradle.Demography.Files;
using Cradle.Demography.Indicators;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Tests.Indicators;

public class IndicatorTests
{
    [Fact]
    public void Indicators_of_China_agree_with_the_published_ones()
    {
        var folder = SharedData.China;
        var inputs = ProjectionFolder.Read(folder).Divisions[0].Inputs;
        var accounts = ProjectionAccounts.Of(CohortComponent.Project(inputs));

        foreach (var row in SharedData.Rows(folder, "indicators_official.csv").Where(row => row.Whole("year") is >= 2024 and <= 2100))
        {
            var computed = PopulationIndicators.Of(inputs, accounts, row.Whole("year"));
            computed.TotalFertility.ShouldBe(row.Number("tfr"), 0.001, row["year"]);
            computed.MeanAgeAtChildbearing.ShouldBe(row.Number("mac"), 0.01, row["year"]);
            computed.LifeExpectancyMale.ShouldBe(row.Number("e0M"), 0.02, row["year"]);
            computed.LifeExpectancyFemale.ShouldBe(row.Number("e0F"), 0.02, row["year"]);
        }
    }

    [Theory]
    [InlineData(0, 0, 3.6889)]     // −ln 0.025, the one-sided bound of no event
    [InlineData(1, 0.0253, 5.5716)]
    [InlineData(10, 4.7954, 18.3904)]
    [InlineData(100, 81.3639, 121.6272)]   // the table of Garwood's limits in Ulm 1990
    public void Poisson_limits_are_those_of_the_tables(long events, double lower, double upper)
    {
        var rate = RateInterval.Poisson(events, 1, 1);

        rate.Lower.ShouldBe(lower, 1e-3);
        rate.Upper.ShouldBe(upper, 1e-3);
    }

    [Fact]
    public void Two_maternal_deaths_in_a_county_say_little_about_its_rate()
    {
        var rate = RateInterval.MaternalMortality(2, 8000);

        rate.Rate.ShouldBe(25);   // 2 / 8,000 × 100,000
        // 0.2422 and 7.2247 deaths by the tables
        rate.Lower.ShouldBe(3.03, 0.01);
        rate.Upper.ShouldBe(90.31, 0.01);
    }

    [Fact]
    public void Limits_hold_as_often_as_they_say_in_simulated_counties()
    {
        var stream = new NormalStream(5, 0);
        const int Counties = 4000;
        var held = 0;
        for (var county = 0; county < Counties; county++)
        {
            var events = Poisson(ref stream, mean: 3);
            var rate = RateInterval.Poisson(events, 1, 1);
            held += rate.Lower <= 3 && rate.Upper >= 3 ? 1 : 0;
        }

        // exact limits hold at least as often; chance of the simulation: 0.34 per cent
        ((double)held / Counties).ShouldBeGreaterThan(0.95 - 0.012);
    }

    [Fact]
    public void Areas_that_differ_by_chance_alone_share_one_rate_and_others_keep_theirs()
    {
        SmallAreas.Shrink([1, 1, 1, 1], [1000, 1000, 1000, 1000]).ShouldAllBe(rate => rate == 0.001);

        var rates = SmallAreas.Shrink([500, 1500, 1], [100_000, 100_000, 500]);
        rates[0].ShouldBe(0.005, 0.0003);
        rates[1].ShouldBe(0.015, 0.0003);
        // one event in 500 tells little: much nearer to all together (2,001 / 200,500 = 0.00998) than to its own 0.002
        rates[2].ShouldBeInRange(0.004, 0.00998);
    }

    private static long Poisson(ref NormalStream stream, double mean)
    {
        var (count, product) = (-1L, 1.0);
        for (var limit = Math.Exp(-mean); product > limit || count < 0; count++)
            product *= stream.NextUniform();
        return count;
    }
}
