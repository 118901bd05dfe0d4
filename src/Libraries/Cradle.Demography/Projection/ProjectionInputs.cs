using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Projection;

/// <summary>Everything that a projection of one population needs. Counts are persons, rates are per person and year.</summary>
public sealed record ProjectionInputs
{
    /// <summary>The population on 1 January of <see cref="FirstYear"/>: 101 ages for each sex.</summary>
    public required BySex<double[]> Start { get; init; }

    /// <summary>
    /// The share that survives the year, by the age reached at its end: at 0 of the year's births to 31 December, at 1 … 99 of those a
    /// year younger on 1 January, at 100 of those 99 and over.
    /// </summary>
    public required BySex<AgeTable> Survival { get; init; }

    /// <summary>Births per woman and year, by the age of the woman.</summary>
    public required AgeTable Fertility { get; init; }

    /// <summary>Boys born per girl.</summary>
    public required YearSeries SexRatioAtBirth { get; init; }

    /// <summary>Those who moved in less those who moved out in the year, by age at the moment that the convention counts them.</summary>
    public required BySex<AgeTable> NetMigration { get; init; }

    /// <summary>The first year projected.</summary>
    public int FirstYear => Fertility.FirstYear;

    /// <summary>The last year projected; its end is 1 January of the year after.</summary>
    public int LastYear => Fertility.LastYear;

    /// <summary>How many years are projected.</summary>
    public int Years => Fertility.Years;

    /// <summary>Persons of all ages and both sexes at the start.</summary>
    public double StartingPersons => Columns.Sum(Start.Male) + Columns.Sum(Start.Female);

    /// <summary>Sees that all parts have the same years and 101 ages.</summary>
    /// <exception cref="ArgumentException">A part has other years, or a starting population has another number of ages.</exception>
    public void Validate()
    {
        foreach (var sex in BySex.Order)
        {
            if (Start[sex].Length != Ages.Count)
                throw new ArgumentException($"The starting population of {sex} has {Start[sex].Length} ages, not {Ages.Count}.");
            Require(Survival[sex].FirstYear, Survival[sex].LastYear, $"survival of {sex}");
            Require(NetMigration[sex].FirstYear, NetMigration[sex].LastYear, $"net migration of {sex}");
        }

        Require(SexRatioAtBirth.FirstYear, SexRatioAtBirth.LastYear, "sex ratio at birth");
    }

    private void Require(int first, int last, string what)
    {
        if (first != FirstYear || last != LastYear)
            throw new ArgumentException($"The {what} has {first} to {last}, fertility {FirstYear} to {LastYear}; give all parts the same years.");
    }

    /// <summary>The share of girls among births of a year, from the sex ratio.</summary>
    internal double ShareOfGirls(int year) => 1 / (1 + SexRatioAtBirth[year]);

    /// <summary>The share of one sex among births of a year.</summary>
    internal double ShareOfBirths(int year, Sex sex) => sex == Sex.Female ? ShareOfGirls(year) : 1 - ShareOfGirls(year);
}
