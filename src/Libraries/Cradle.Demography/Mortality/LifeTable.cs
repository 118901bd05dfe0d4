using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Mortality;

/// <summary>
/// A period life table by single age with the open age 100 and over (Preston, Heuveline and Guillot 2001, chapter 3). The radix is one,
/// so <c>l</c> is a probability and <c>T[0]</c> the life expectancy. In the open age everybody dies: its person-years are
/// <c>l / m</c>.
/// </summary>
public sealed class LifeTable
{
    private readonly double[] rates;
    private readonly double[] yearsLived = new double[Ages.Count];
    private readonly double[] dying = new double[Ages.Count];
    private readonly double[] survivors = new double[Ages.Count];
    private readonly double[] personYears = new double[Ages.Count];
    private readonly double[] personYearsAbove = new double[Ages.Count];

    private LifeTable(ReadOnlySpan<double> rates, ReadOnlySpan<double> yearsLived)
    {
        this.rates = rates.ToArray();
        yearsLived.CopyTo(this.yearsLived);
        Compute();
    }

    /// <summary>Deaths per person-year (m).</summary>
    public ReadOnlySpan<double> Rates => rates;

    /// <summary>Mean years lived within the age by those who die in it (a).</summary>
    public ReadOnlySpan<double> YearsLived => yearsLived;

    /// <summary>The probability of dying within the age (q); 1 at the open age.</summary>
    public ReadOnlySpan<double> Dying => dying;

    /// <summary>The probability at birth of reaching the age (l).</summary>
    public ReadOnlySpan<double> Survivors => survivors;

    /// <summary>Person-years lived within the age by one who is born (L).</summary>
    public ReadOnlySpan<double> PersonYears => personYears;

    /// <summary>Life expectancy at birth, in years.</summary>
    public double LifeExpectancy => personYearsAbove[0];

    /// <summary>A table in which deaths lie in the middle of the age, but at 0 where the rule puts them.</summary>
    /// <param name="rates">Deaths per person-year: 101 figures, the last of the open age and greater than zero.</param>
    /// <param name="sex">The sex, for the rule.</param>
    /// <param name="rule">Where deaths lie within the first year of life.</param>
    /// <exception cref="ArgumentException">Not 101 rates, a negative one, or none at the open age.</exception>
    public static LifeTable FromRates(ReadOnlySpan<double> rates, Sex sex, AgeZeroRule rule = AgeZeroRule.AndreevKingkade)
    {
        Check(rates);
        Span<double> yearsLived = stackalloc double[Ages.Count];
        yearsLived.Fill(0.5);
        yearsLived[0] = AgeZero.YearsLived(rates[0], sex, rule);
        yearsLived[Ages.Open] = 1 / rates[Ages.Open];
        return new LifeTable(rates, yearsLived);
    }

    /// <summary>A table with observed or published years lived by those who die.</summary>
    /// <param name="rates">Deaths per person-year: 101 figures.</param>
    /// <param name="yearsLived">Years lived within the age by those who die in it: 101 figures.</param>
    /// <exception cref="ArgumentException">Not 101 figures, a negative rate, or none at the open age.</exception>
    public static LifeTable FromRates(ReadOnlySpan<double> rates, ReadOnlySpan<double> yearsLived)
    {
        Check(rates);
        if (yearsLived.Length != Ages.Count)
            throw new ArgumentException($"{Ages.Count} ages are needed, not {yearsLived.Length}.", nameof(yearsLived));
        return new LifeTable(rates, yearsLived);
    }

    /// <summary>Life expectancy at an age, in years.</summary>
    /// <param name="age">The age.</param>
    public double LifeExpectancyAt(int age) => personYearsAbove[age] / survivors[age];

    /// <summary>The probability of dying between two exact ages for one who has reached the first.</summary>
    /// <param name="from">The first age.</param>
    /// <param name="to">The second age, at most 100.</param>
    public double DyingBetween(int from, int to) => 1 - survivors[to] / survivors[from];

    /// <summary>
    /// The survival ratios that a projection needs (see <see cref="Projection.ProjectionInputs.Survival"/>): <c>L0</c> at 0,
    /// <c>L(x) / L(x − 1)</c> at 1 … 99, <c>T100 / T99</c> at 100 and over.
    /// </summary>
    /// <param name="ratios">Receives 101 figures.</param>
    public void SurvivalRatios(Span<double> ratios)
    {
        ratios[0] = personYears[0];
        for (var age = 1; age < Ages.Open; age++)
            ratios[age] = personYears[age] / personYears[age - 1];
        ratios[Ages.Open] = personYearsAbove[Ages.Open] / personYearsAbove[Ages.Open - 1];
    }

    private static void Check(ReadOnlySpan<double> rates)
    {
        if (rates.Length != Ages.Count)
            throw new ArgumentException($"{Ages.Count} ages are needed, not {rates.Length}.", nameof(rates));
        for (var age = 0; age < Ages.Count; age++)
        {
            if (!(rates[age] >= 0) || !double.IsFinite(rates[age]))
                throw new ArgumentException($"The death rate {rates[age]} at age {Ages.Label(age)} is none.", nameof(rates));
        }

        if (rates[Ages.Open] == 0)
            throw new ArgumentException("The open age has no deaths, so nobody in it would ever die.", nameof(rates));
    }

    private void Compute()
    {
        var living = 1.0;
        for (var age = 0; age < Ages.Open; age++)
        {
            // at extreme rates the usual conversion passes 1; all die then
            dying[age] = Math.Min(1, rates[age] / (1 + (1 - yearsLived[age]) * rates[age]));
            survivors[age] = living;
            personYears[age] = living * (1 - dying[age] * (1 - yearsLived[age]));
            living *= 1 - dying[age];
        }

        dying[Ages.Open] = 1;
        survivors[Ages.Open] = living;
        personYears[Ages.Open] = living * yearsLived[Ages.Open];
        var above = 0.0;
        for (var age = Ages.Open; age >= 0; age--)
            personYearsAbove[age] = above += personYears[age];
    }
}
