using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Uncertainty;

/// <summary>
/// Projects many futures of several divisions at once, between which people may move: in each future fertility, life expectancy and migration of all
/// divisions are drawn together, so that the fan of all of them is more than the sum of their fans. Whoever leaves one division arrives in another, in every
/// future.
/// </summary>
public sealed class JointProjection
{
    private readonly IReadOnlyList<DivisionInputs> divisions;
    private readonly MoveTable? moves;
    private readonly IndicatorBounds bounds;
    private readonly ProbabilisticOptions options;
    private readonly ProjectionConvention convention;
    private readonly TrajectoryInputs[] drawings;
    private readonly DeviatePaths deviates;
    private readonly double[] mostMoves;

    /// <summary>Prepares it.</summary>
    /// <param name="divisions">The middle of all futures, with the same years.</param>
    /// <param name="moves">Who moves between them; null when nobody does.</param>
    /// <param name="bounds">How far the inputs of all divisions together may lie from it; the years of the inputs at least.</param>
    /// <param name="options">How many trajectories, seed, correlations.</param>
    /// <param name="convention">The order of the steps; the United Nations' when left out.</param>
    /// <exception cref="ArgumentException">The bounds lack years of the inputs, or the correlations cannot hold together.</exception>
    public JointProjection(IReadOnlyList<DivisionInputs> divisions, MoveTable? moves, IndicatorBounds bounds, ProbabilisticOptions options, ProjectionConvention? convention = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trajectories, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.BetweenDivisions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BetweenDivisions, 1);
        (this.divisions, this.moves, this.options) = (divisions, moves, options);
        this.convention = convention ?? ProjectionConvention.UnitedNations;
        var first = divisions[0].Inputs;
        this.bounds = bounds.Between(first.FirstYear, first.LastYear);
        deviates = new DeviatePaths(this.bounds, options);
        var everybody = divisions.Sum(division => division.Inputs.StartingPersons);
        drawings = [.. divisions.Select(division => new TrajectoryInputs(division.Inputs, this.bounds, division.Inputs.StartingPersons / everybody))];
        mostMoves = [.. Enumerable.Range(first.FirstYear, first.Years).Select(MostMoves)];
    }

    /// <summary>Runs all trajectories.</summary>
    /// <param name="progress">Told how many are done, now and then.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>The fans of each division, and those of all together.</returns>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public JointFans Run(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var first = divisions[0].Inputs;
        FanSet NewFans() => new(first.FirstYear, first.Years, options.Trajectories);
        var (own, together) = (divisions.Select(_ => NewFans()).ToArray(), NewFans());
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = options.Cores > 0 ? options.Cores : -1 };
        Parallel.For(0, options.Trajectories, parallel, () => Array.ConvertAll(drawings, drawing => drawing.NewPath(convention)), (trajectory, _, paths) =>
        {
            var moving = Draw(trajectory, paths);
            RegionalProjection.Project(paths, moves, moving);
            for (var division = 0; division < paths.Length; division++)
                own[division].Record(paths.AsSpan(division, 1), trajectory);
            together.Record(paths, trajectory);
            if (Interlocked.Increment(ref done) % 100 == 0)
                progress?.Report(done);
            return paths;
        }, _ => { });
        return new JointFans(Array.ConvertAll(own, fans => fans.ByMeasure), together.ByMeasure);
    }

    // Writes the inputs of one trajectory into the paths; gives for every year the factor of all moves.
    private double[] Draw(int trajectory, PopulationPath[] paths)
    {
        var years = deviates.Years;
        Span<double> common = new double[3 * years];
        Span<double> rows = new double[3 * years];
        Fill(trajectory, stream: 0, common);
        var (shared, alone) = (Math.Sqrt(options.BetweenDivisions), Math.Sqrt(1 - options.BetweenDivisions));
        for (var division = 0; division < paths.Length; division++)
        {
            common.CopyTo(rows);
            if (alone > 0)
            {
                Fill(trajectory, stream: division + 1, rows);
                for (var index = 0; index < rows.Length; index++)
                    rows[index] = shared * common[index] + alone * rows[index];
            }

            drawings[division].Write(rows[..years], rows[years..(2 * years)], rows[(2 * years)..], paths[division].Inputs);
        }

        var factors = new double[years];
        for (var index = 0; index < years; index++)
            factors[index] = bounds.Moves is { } band ? Math.Clamp(band.At(band.FirstYear + index, common[2 * years + index]), 0, mostMoves[index]) : 1;
        return factors;
    }

    private void Fill(int trajectory, int stream, Span<double> rows)
    {
        var years = deviates.Years;
        // the streams of the divisions have seeds of their own; that of all together is that of a single projection
        var source = new NormalStream(options.Seed + ((long)stream << 40), trajectory);
        deviates.Fill(ref source, rows[..years], rows[years..(2 * years)], rows[(2 * years)..]);
    }

    // Nobody moves twice in a year: how many times as many could move at most.
    private double MostMoves(int year)
    {
        if (moves is null)
            return 1;
        var leaving = 0.0;
        foreach (var sex in BySex.Order)
            for (var division = 0; division < divisions.Count; division++)
                for (var age = 0; age < Ages.Count; age++)
                    leaving = Math.Max(leaving, moves.Leaving(division, year, sex, age));
        return leaving > 0 ? 1 / leaving : 1;
    }
}
