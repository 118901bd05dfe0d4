using Cradle.Demography.Projection;

namespace Cradle.Demography.Uncertainty;

/// <summary>
/// Projects many futures whose fertility, life expectancy and migration are drawn around the given inputs as wide as their published
/// bounds, hanging together in time (see <see cref="Persistence"/>), and takes the quantiles of what comes out. Skewed bounds stay
/// skewed. With all deviates at zero a trajectory is the deterministic projection.
/// </summary>
public sealed class ProbabilisticProjection
{
    private readonly ProjectionInputs inputs;
    private readonly ProbabilisticOptions options;
    private readonly ProjectionConvention convention;
    private readonly TrajectoryInputs drawing;
    private readonly DeviatePaths deviates;

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
        this.options = options;
        this.convention = convention ?? ProjectionConvention.UnitedNations;
        var ofYears = bounds.Between(inputs.FirstYear, inputs.LastYear);
        deviates = new DeviatePaths(ofYears, options);
        drawing = new TrajectoryInputs(inputs, ofYears, share);
    }

    /// <summary>Runs all trajectories.</summary>
    /// <param name="progress">Told how many are done, now and then.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>One fan for each measure.</returns>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public IReadOnlyDictionary<FanMeasure, Fan> Run(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var fans = new FanSet(inputs.FirstYear, inputs.Years, options.Trajectories);
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Cores > 0 ? options.Cores : -1 };
        Parallel.For(0, options.Trajectories, parallel, () => new[] { drawing.NewPath(convention) }, (trajectory, _, path) =>
        {
            Draw(trajectory, path[0].Inputs);
            CohortComponent.Project(path[0]);
            fans.Record(path, trajectory);
            if (Interlocked.Increment(ref done) % 100 == 0)
                progress?.Report(done);
            return path;
        }, _ => { });
        return fans.ByMeasure;
    }

    // Overwrites the inputs of a path with those of one trajectory.
    private void Draw(int trajectory, ProjectionInputs drawn)
    {
        Span<double> rows = stackalloc double[3 * deviates.Years];
        var stream = new NormalStream(options.Seed, trajectory);
        var forFertility = rows[..deviates.Years];
        var forLife = rows[deviates.Years..(2 * deviates.Years)];
        var forMigration = rows[(2 * deviates.Years)..];
        deviates.Fill(ref stream, forFertility, forLife, forMigration);
        drawing.Write(forFertility, forLife, forMigration, drawn);
    }
}
