using Cradle.Demography.Mortality;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Tests.Mortality;

public class LifeTableTests
{
    [Fact]
    public void A_constant_force_of_one_per_cent_gives_the_life_expectancy_of_its_formula()
    {
        // q = m / (1 + m / 2) with deaths in the middle of each age, so L / l = 1 / 1.005 and l falls by 0.995 / 1.005 each year; the open
        // age lives 1 / m = 100 years: e0 = (1 − p^100) / (1.005 × (1 − p)) + 100 × p^100, where p = 0.995 / 1.005 and 1.005 × (1 − p) = 0.01
        // which is 100: with every age alike nothing depends on where the open age begins
        var rates = Enumerable.Repeat(0.01, 101).ToArray();
        var halves = Enumerable.Repeat(0.5, 101).ToArray();
        halves[100] = 100;

        LifeTable.FromRates(rates, halves).LifeExpectancy.ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Published_life_tables_are_reproduced_from_their_rates()
    {
        var rows = SharedData.Rows(SharedData.Canada, "in_lifetable_full_3years.csv").ToList();
        foreach (var group in rows.GroupBy(row => (row["time_start"], row["sex"])))
        {
            double[] Column(string indicator) => [.. group.Where(row => row["indicator"] == indicator).OrderBy(row => row.Whole("age_start")).Select(row => row.Number("value"))];
            var table = LifeTable.FromRates(Column("lt_nMx"), Column("lt_nAx"));

            var survivors = Column("lt_lx");
            var expectancy = Column("lt_ex");
            for (var age = 0; age < Ages.Count; age++)
            {
                (table.Survivors[age] * survivors[0]).ShouldBe(survivors[age], 1e-6 * survivors[0]);
                table.LifeExpectancyAt(age).ShouldBe(expectancy[age], 1e-4);
            }
        }
    }

    [Fact]
    public void Life_expectancy_from_survival_ratios_is_that_of_the_life_table()
    {
        var rates = Enumerable.Range(0, 101).Select(age => 0.0003 * Math.Exp(0.085 * age)).ToArray();
        var table = LifeTable.FromRates(rates, Sex.Female);
        var ratios = new double[101];
        table.SurvivalRatios(ratios);

        SurvivalSchedule.LifeExpectancy(ratios).ShouldBe(table.LifeExpectancy, 1e-9);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(79.5)]
    [InlineData(95)]
    public void A_schedule_moved_to_a_life_expectancy_has_it_and_stays_ordered(double target)
    {
        var rates = Enumerable.Range(0, 101).Select(age => 0.0003 * Math.Exp(0.085 * age)).ToArray();
        var ratios = new double[101];
        LifeTable.FromRates(rates, Sex.Female).SurvivalRatios(ratios);
        var moved = new double[101];

        new SurvivalShift(Enumerable.Repeat(1.0, 101).ToArray()).Reach(ratios, target, moved);

        SurvivalSchedule.LifeExpectancy(moved).ShouldBe(target, 1e-6);
        var better = target > SurvivalSchedule.LifeExpectancy(ratios);
        Enumerable.Range(0, 101).ShouldAllBe(age => better ? moved[age] > ratios[age] : moved[age] < ratios[age]);
    }

    [Fact]
    public void Lee_Carter_finds_the_parameters_that_made_the_rates()
    {
        double A(int age) => -9 + 0.08 * age;
        double B(int age) => (2 - age / 100.0) / 151.5;   // adds up to (2 × 101 − 50.5) / 151.5 = 1
        double K(int year) => 20 - 4 * (year - 2000);     // adds up to 0 over 2000 … 2010
        var rates = new AgeTable(2000, 11);
        for (var year = 2000; year <= 2010; year++)
        {
            for (var age = 0; age < 101; age++)
                rates[year][age] = Math.Exp(A(age) + B(age) * K(year));
        }

        var model = LeeCarter.Fit(rates);

        model.Explained.ShouldBe(1, 1e-9);
        model.Drift.ShouldBe(-4, 1e-9);
        model.Surprise.ShouldBe(0, 1e-9);
        model.Response[10].ShouldBe(B(10), 1e-9);
        model.Pattern[50].ShouldBe(A(50), 1e-9);
        model.Forecast(2015).Level.ShouldBe(-40, 1e-8);
        var back = new double[101];
        model.Write(model.LevelFor(LifeTable.FromRates(rates[2003], Sex.Male).LifeExpectancy, Sex.Male), back);
        back[40].ShouldBe(rates[2003][40], 1e-9);
    }

    [Fact]
    public void An_open_age_without_deaths_is_refused()
    {
        var rates = Enumerable.Repeat(0.01, 101).ToArray();
        rates[100] = 0;

        Should.Throw<ArgumentException>(() => LifeTable.FromRates(rates, Sex.Male)).Message.ShouldContain("open age");
    }
}
