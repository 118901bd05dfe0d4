using Cradle.Demography.Migration;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Uncertainty;

/// <summary>
/// Projects many futures whose fertility, life expectancy and migration are drawn around the given inputs as wide as their published
/// bounds, hanging together in time (see <see cref="Persistence"/>), and takes the quantiles of what comes out. Skewed bounds stay
/// skewed. With all deviates at zero a trajectory is the deterministic projection.
/// </summary>
public sealed class ProbabilisticProjection
{
    private const double LeastFertility = 0.05;
    private readonly ProjectionInputs inputs;
    private readonly IndicatorBounds bounds;
    private readonly ProbabilisticOptions options;
    private readonly ProjectionConvention convention;
    private readonly BySex<SurvivalNodes> survival;
    private readonly DeviatePaths deviates;
    private readonly double[] migrants;
    private readonly double[] fertility;
    private readonly double share;

    /// <summary>Prepares it.</summary>
    /// <param name="inputs">The middle of all futures.</param>
    /// <param name="bounds">How far the inputs may lie from it; the years of the inputs at least.</param>
    /// <param name="options">How many trajectories, seed, correlations.</param>
    /// <param name="convention">The order of the steps; the United Nations' when left out.</param>
    /// <param name="share">The share of the population for which the bounds of migration hold: less than one for one division of several.</param>
    /// <exception cref="ArgumentException">The bounds lack years of the inputs, or the correlations cannot hold together.</exception>
    public ProbabilisticProjection(
        ProjectionInputs inputs, IndicatorBounds bounds, ProbabilisticOptions options, ProjectionConvention? convention = null, double share = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trajectories, 1);
        this.inputs = inputs;
        this.bounds = Cut(bounds, inputs.FirstYear, inputs.LastYear);
        this.options = options;
        this.convention = convention ?? ProjectionConvention.UnitedNations;
        this.share = share;
        deviates = new DeviatePaths(this.bounds, options);
        survival = BySex.Of(sex => new SurvivalNodes(inputs.Survival[sex], this.bounds.LifeExpectancy[sex]));
        migrants = RogersCastroSchedule.Standard.Shares();
        fertility = [.. Enumerable.Range(inputs.FirstYear, inputs.Years).Select(year => Columns.Sum(inputs.Fertility[year]))];
    }

    /// <summary>Runs all trajectories.</summary>
    /// <param name="progress">Told how many are done, now and then.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>One fan for each measure.</returns>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public IReadOnlyDictionary<FanMeasure, Fan> Run(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var fans = Enum.GetValues<FanMeasure>().ToDictionary(measure => measure, measure =>
            new Fan(measure, inputs.FirstYear, inputs.Years + (measure is FanMeasure.Births or FanMeasure.TotalFertility ? 0 : 1), options.Trajectories));
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Cores > 0 ? options.Cores : -1 };
        Parallel.For(0, options.Trajectories, parallel, NewPath, (trajectory, _, path) =>
        {
            Draw(trajectory, path.Inputs);
            CohortComponent.Project(path);
            Record(path, trajectory, fans);
            if (Interlocked.Increment(ref done) % 100 == 0)
                progress?.Report(done);
            return path;
        }, _ => { });
        return fans;
    }

    private PopulationPath NewPath() => new(
        new ProjectionInputs
        {
            Start = inputs.Start,
            Survival = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years)),
            Fertility = new AgeTable(inputs.FirstYear, inputs.Years),
            SexRatioAtBirth = inputs.SexRatioAtBirth,
            NetMigration = BySex.Of(_ => new AgeTable(inputs.FirstYear, inputs.Years)),
        },
        convention);

    // Overwrites the inputs of a path with those of one trajectory.
    private void Draw(int trajectory, ProjectionInputs drawn)
    {
        Span<double> rows = stackalloc double[3 * deviates.Years];
        var forFertility = rows[..deviates.Years];
        var forLife = rows[deviates.Years..(2 * deviates.Years)];
        var forMigration = rows[(2 * deviates.Years)..];
        var stream = new NormalStream(options.Seed, trajectory);
        deviates.Fill(ref stream, forFertility, forLife, forMigration);
        for (var year = inputs.FirstYear; year <= inputs.LastYear; year++)
        {
            var index = year - inputs.FirstYear;
            var change = bounds.TotalFertility.At(year, forFertility[index]) - bounds.TotalFertility.Median[year];
            var factor = Math.Max(LeastFertility, fertility[index] + change) / fertility[index];
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

    private static void Record(PopulationPath path, int trajectory, Dictionary<FanMeasure, Fan> fans)
    {
        var population = fans[FanMeasure.Population].Trajectory(trajectory);
        var children = fans[FanMeasure.ChildrenUnder3].Trajectory(trajectory);
        var mothers = fans[FanMeasure.Women20To34].Trajectory(trajectory);
        var old = fans[FanMeasure.Aged65AndOver].Trajectory(trajectory);
        var births = fans[FanMeasure.Births].Trajectory(trajectory);
        var fertility = fans[FanMeasure.TotalFertility].Trajectory(trajectory);
        for (var index = 0; index < population.Length; index++)
        {
            var year = path.Inputs.FirstYear + index;
            var men = path.Population.Male[year];
            var women = path.Population.Female[year];
            population[index] = Columns.Sum(men) + Columns.Sum(women);
            children[index] = Columns.Sum(men[..3]) + Columns.Sum(women[..3]);
            mothers[index] = Columns.Sum(women[20..35]);
            old[index] = Columns.Sum(men[65..]) + Columns.Sum(women[65..]);
            if (index == births.Length)
                break;
            births[index] = path.Births(year);
            fertility[index] = Columns.Sum(path.Inputs.Fertility[year]);
        }
    }

    private static IndicatorBounds Cut(IndicatorBounds bounds, int from, int to)
    {
        QuantileBand Part(QuantileBand band, string what)
        {
            if (band.FirstYear > from || band.LastYear < to)
                throw new ArgumentException($"The bounds of {what} have {band.FirstYear} to {band.LastYear}, but {from} to {to} is projected.", nameof(bounds));
            YearSeries Years(YearSeries series) => YearSeries.Of(from, to, year => series[year]);
            return new QuantileBand(Years(band.Median), Years(band.Lower80), Years(band.Upper80), Years(band.Lower95), Years(band.Upper95));
        }

        return new IndicatorBounds(
            Part(bounds.TotalFertility, "total fertility"),
            bounds.LifeExpectancy.Select(band => Part(band, "life expectancy")),
            bounds.NetMigration is { } net ? Part(net, "net migration") : null);
    }
}
