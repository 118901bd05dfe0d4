using Cradle.Demography.Fertility;
using Cradle.Demography.Population;

namespace Cradle.Demography.Tests.Fertility;

public class FertilityTests
{
    private static readonly double[] Bell = [.. Enumerable.Range(0, 101).Select(age => age is >= 15 and < 50 ? 0.09 * Math.Exp(-Math.Pow((age - 28) / 6.0, 2)) : 0)];

    [Fact]
    public void Three_children_at_three_ages_have_the_mean_between_them()
    {
        var rates = new double[101];
        (rates[20], rates[25], rates[30]) = (0.5, 0.3, 0.2);

        FertilityMeasures.Total(rates).ShouldBe(1);
        // 0.5 × 20.5 + 0.3 × 25.5 + 0.2 × 30.5 = 10.25 + 7.65 + 6.1
        FertilityMeasures.MeanAge(rates).ShouldBe(24.0, 1e-12);
        FertilityMeasures.GrossReproduction(rates, 1.05).ShouldBe(1 / 2.05, 1e-12);
        // a tenth of all girls dies in the first year, nobody later
        var survival = Enumerable.Repeat(1.0, 101).ToArray();
        survival[0] = 0.9;
        FertilityMeasures.NetReproduction(rates, survival, 1.05).ShouldBe(0.9 / 2.05, 1e-12);
    }

    [Fact]
    public void The_standard_pattern_is_kept_when_nothing_is_moved()
    {
        var rates = new double[101];
        new RelationalGompertz(Bell).Write(0, 1, Bell.Sum(), rates);

        for (var age = 0; age < 101; age++)
            rates[age].ShouldBe(Bell[age], 1e-8);
    }

    [Theory]
    [InlineData(26.5)]
    [InlineData(30.0)]
    [InlineData(32.25)]
    public void A_pattern_moved_to_a_mean_age_has_it_and_keeps_its_total(double meanAge)
    {
        var pattern = new RelationalGompertz(Bell);
        var rates = new double[101];
        pattern.Write(pattern.AlphaFor(meanAge), 1, 1.3, rates);

        FertilityMeasures.MeanAge(rates).ShouldBe(meanAge, 1e-6);
        FertilityMeasures.Total(rates).ShouldBe(1.3, 1e-12);
        rates.ShouldAllBe(rate => rate >= 0);
    }

    [Fact]
    public void A_pattern_learns_by_how_much_the_mean_age_moves_with_the_level()
    {
        var pattern = new RelationalGompertz(Bell);
        var observed = new AgeTable(2000, 6);
        for (var year = 2000; year <= 2005; year++)
        {
            // a tenth of a child less each year, and 0.2 years later: −2 years a child
            var step = year - 2000;
            pattern.Write(pattern.AlphaFor(28 + 0.2 * step), 1, 2 - 0.1 * step, observed[year]);
        }

        var moving = MovingPattern.Learn(observed, 2000, 2005);
        var rates = new double[101];
        moving.Write(1.2, rates);

        moving.YearsPerChild.ShouldBe(-2, 1e-5);
        // 0.3 children less than the 1.5 of 2005, so 0.6 years later than its 29
        FertilityMeasures.MeanAge(rates).ShouldBe(29.6, 1e-5);
        FertilityMeasures.Total(rates).ShouldBe(1.2, 1e-12);
    }

    [Fact]
    public void A_mean_age_that_rises_by_a_tenth_a_year_hides_a_tenth_of_the_births()
    {
        Tempo.Observed(1.5, 0.1).ShouldBe(1.35, 1e-12);
        Tempo.Quantum(1.35, 0.1).ShouldBe(1.5, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => Tempo.Quantum(1.35, 1));
    }
}
