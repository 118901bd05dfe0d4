using Cradle.Demography.Migration;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Uncertainty;

/// <summary>Makes the inputs of one trajectory of a population from deviates of fertility, life expectancy and migration.</summary>
internal sealed class TrajectoryInputs
{
    private const double LeastFertility = 0.05;
    private readonly ProjectionInputs inputs;
    private readonly IndicatorBounds bounds;
    private readonly double share;
    private readonly BySex<SurvivalNodes> survival;
    private readonly double[] migrants = RogersCastroSchedule.Standard.Shares();
    private readonly double[] fertility;

    /// <param name="inputs">The middle of all futures.</param>
    /// <param name="bounds">How far the inputs may lie from it, for the same years.</param>
    /// <param name="share">The share of the population for which the bounds of migration hold.</param>
    public TrajectoryInputs(ProjectionInputs inputs, IndicatorBounds bounds, double share)
    {
        (this.inputs, this.bounds, this.share) = (inputs, bounds, share);
        survival = BySex.Of(sex => new SurvivalNodes(inputs.Survival[sex], bounds.LifeExpectancy[sex]));
        fertility = [.. Enumerable.Range(inputs.FirstYear, inputs.Years).Select(year => Columns.Sum(inputs.Fertility[year]))];
    }

    /// <summary>A path whose inputs can be overwritten.</summary>
    public PopulationPath NewPath(ProjectionConvention convention) => new(
        new ProjectionInputs
        {
            Start = inputs.Start,
            Survival = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years)),
            Fertility = new AgeTable(inputs.FirstYear, inputs.Years),
            SexRatioAtBirth = inputs.SexRatioAtBirth,
            NetMigration = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years)),
        },
        convention);

    /// <summary>Overwrites inputs with those of a trajectory.</summary>
    public void Write(ReadOnlySpan<double> forFertility, ReadOnlySpan<double> forLife, ReadOnlySpan<double> forMigration, ProjectionInputs drawn)
    {
        for (var year = inputs.FirstYear; year <= inputs.LastYear; year++)
        {
            var index = year - inputs.FirstYear;
            var change = bounds.TotalFertility.At(year, forFertility[index]) - bounds.TotalFertility.Median[year];
            // where no children are foreseen there are none in any future
            var factor = fertility[index] > 0 ? Math.Max(LeastFertility, fertility[index] + change) / fertility[index] : 0;
            drawn.Fertility[year].Clear();
            Columns.AddScaled(inputs.Fertility[year], factor, drawn.Fertility[year]);
            foreach (var sex in BySex.Order)
            {
                survival[sex].Write(year, forLife[index], drawn.Survival[sex][year]);
                inputs.NetMigration[sex][year].CopyTo(drawn.NetMigration[sex][year]);
                if (bounds.NetMigration is { } net)
                    Columns.AddScaled(migrants, (net.At(year, forMigration[index]) - net.Median[year]) * share / 2, drawn.NetMigration[sex][year]);
            }
        }
    }
}
