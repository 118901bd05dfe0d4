using Cradle.Demography.Fertility;
using Cradle.Demography.Mortality;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Scenarios;

/// <summary>What a scenario changes in one year, against the inputs as they are.</summary>
/// <param name="TotalFertility">Children per woman more or less, when the timing stays.</param>
/// <param name="MeanAge">Years by which the mean age at childbearing is later.</param>
/// <param name="LifeExpectancy">Years of life expectancy more or less, for each sex.</param>
/// <param name="MigrationFactor">What net migration is multiplied by.</param>
public sealed record ScenarioYear(double TotalFertility = 0, double MeanAge = 0, double LifeExpectancy = 0, double MigrationFactor = 1);

/// <summary>
/// A change of the inputs of a projection: a variant, or what a policy is hoped to do. A later mean age moves the pattern
/// (<see cref="RelationalGompertz"/>), and while it rises the year's births are fewer (<see cref="Tempo"/>).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Change">The change of a year.</param>
public sealed record Scenario(string Name, Func<int, ScenarioYear> Change)
{
    /// <summary>The inputs as they are.</summary>
    public static Scenario Medium { get; } = new("medium", _ => new ScenarioYear());

    /// <summary>Half a child more, reached as the United Nations reach it.</summary>
    /// <param name="firstYear">The first year projected.</param>
    public static Scenario High(int firstYear) => new("high", year => new ScenarioYear(UnitedNationsStep(year - firstYear)));

    /// <summary>Half a child less, reached as the United Nations reach it.</summary>
    /// <param name="firstYear">The first year projected.</param>
    public static Scenario Low(int firstYear) => new("low", year => new ScenarioYear(-UnitedNationsStep(year - firstYear)));

    /// <summary>The inputs of this scenario.</summary>
    /// <param name="inputs">The inputs as they are; not changed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change leads to no possible fertility or mortality.</exception>
    public ProjectionInputs Apply(ProjectionInputs inputs)
    {
        var fertility = new AgeTable(inputs.FirstYear, inputs.Years);
        var survival = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years));
        var migration = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years));
        var shift = inputs.Survival.Select(SurvivalShift.FromImprovement);
        var before = Change(inputs.FirstYear).MeanAge;
        for (var year = inputs.FirstYear; year <= inputs.LastYear; year++)
        {
            var change = Change(year);
            WriteFertility(inputs.Fertility[year], change, change.MeanAge - before, fertility[year]);
            before = change.MeanAge;
            foreach (var sex in BySex.Order)
            {
                Columns.AddScaled(inputs.NetMigration[sex][year], change.MigrationFactor, migration[sex][year]);
                var ratios = inputs.Survival[sex][year];
                if (change.LifeExpectancy == 0)
                    ratios.CopyTo(survival[sex][year]);
                else
                    shift[sex].Reach(ratios, SurvivalSchedule.LifeExpectancy(ratios) + change.LifeExpectancy, survival[sex][year]);
            }
        }

        return inputs with { Fertility = fertility, Survival = survival, NetMigration = migration };
    }

    private static void WriteFertility(ReadOnlySpan<double> rates, ScenarioYear change, double rise, Span<double> result)
    {
        var before = FertilityMeasures.Total(rates);
        var total = Tempo.Observed(before + change.TotalFertility, rise);
        if (total < 0)
            throw new ArgumentOutOfRangeException(nameof(change), change.TotalFertility, $"Total fertility would become {total}.");
        if (change.MeanAge == 0)
        {
            Columns.AddScaled(rates, before == 0 ? 0 : total / before, result);
            return;
        }

        var pattern = new RelationalGompertz(rates);
        pattern.Write(pattern.AlphaFor(FertilityMeasures.MeanAge(rates) + change.MeanAge), 1, total, result);
    }

    // World Population Prospects 2024: a quarter of a child in the first five years, four tenths in the next five, half a child then
    private static double UnitedNationsStep(int years) => years switch { < 5 => 0.25, < 10 => 0.4, _ => 0.5 };
}
