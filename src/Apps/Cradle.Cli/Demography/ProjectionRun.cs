using Cradle.Demography.Consistency;
using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>Projects what was asked for; nothing is written yet.</summary>
internal static class ProjectionRun
{
    // of one measure; together 1.5 GB
    private const double MostFigures = 3e7;

    public static ProjectionResult Of(ProjectionRequest request, CancellationToken cancellation)
    {
        var (data, convention) = (request.Data, request.Convention);
        if (data.Moves is not null && convention != ProjectionConvention.UnitedNations)
            throw new UsageException("Moves between divisions are counted at the end of the year: use --convention un.");
        var paths = data.Moves is { } moves
            ? RegionalProjection.Project(data.Divisions, moves)
            : [.. data.Divisions.Select(division => CohortComponent.Project(division.Inputs, convention))];
        var problems = data.Divisions.Zip(paths).SelectMany(pair => Negative(pair.First.Division, pair.Second)).Take(50).ToList();
        if (problems.Count > 0)
            throw new ProjectionInputException(problems);
        var (accounts, factors) = Accounts(request, paths);
        return new ProjectionResult(request, accounts, request.Fan is { } options ? [.. Fans(data, convention, options, cancellation)] : [], factors);
    }

    private static (IReadOnlyList<ProjectionAccounts>, IReadOnlyList<NationalFactor>) Accounts(ProjectionRequest request, IReadOnlyList<PopulationPath> paths)
    {
        var data = request.Data;
        if (request.Nation is { } nation)
            return NationalFrame.Fit([.. data.Divisions.Zip(paths, (division, path) => (division.Division, path))], CohortComponent.Project(nation.Divisions[0].Inputs, request.Convention));
        return (request.Decimals is { } decimals
            ? WholeProjection.Project(data.Divisions, data.Moves, decimals)
            : [.. data.Divisions.Zip(paths, (division, path) => ProjectionAccounts.Of(path, division.Division))], []);
    }

    private static IEnumerable<InputProblem> Negative(string division, PopulationPath path) =>
        from cohort in Plausibility.NegativeCohorts(path)
        select new InputProblem(
            division.Length > 0 ? $"projection of {division}" : "projection", 0, $"{cohort}: more move out than are there.",
            "Check that population and migration are in the unit their file says, and the migration of that age.");

    private static IEnumerable<(string, IReadOnlyDictionary<FanMeasure, QuantileBand>)> Fans(
        ProjectionCase data, ProjectionConvention convention, ProbabilisticOptions options, CancellationToken cancellation)
    {
        if (data.Bounds is not { } bounds)
            throw new ProjectionInputException([new InputProblem("bounds.csv", 0, "The inputs do not say how uncertain they are, so there is no fan.", "Add bounds of total fertility and life expectancy, or leave out --trajectories.")]);
        if (data.Divisions is [var only])
        {
            var fans = Prepared(() => new ProbabilisticProjection(only.Inputs, bounds, options, convention)).Run(new ProgressLine(only.Division, options.Trajectories), cancellation);
            yield return (only.Division, Bands(fans));
            yield break;
        }

        if ((double)data.Divisions.Count * options.Trajectories * (data.To - data.From + 2) > MostFigures)
            throw new UsageException($"--trajectories {options.Trajectories} of {data.Divisions.Count} divisions are more than fit into memory: ask for fewer.");
        var joint = Prepared(() => new JointProjection(data.Divisions, data.Moves, bounds, options, convention)).Run(new ProgressLine("all divisions", options.Trajectories), cancellation);
        foreach (var (division, fans) in data.Divisions.Zip(joint.Divisions))
            yield return (division.Division, Bands(fans));
        yield return (ProjectionResult.Together, Bands(joint.Together));
    }

    private static Dictionary<FanMeasure, QuantileBand> Bands(IReadOnlyDictionary<FanMeasure, Fan> fans) => fans.ToDictionary(fan => fan.Key, fan => fan.Value.Band());

    private static T Prepared<T>(Func<T> prepare)
    {
        try
        {
            return prepare();
        }
        catch (ArgumentException wrong)
        {
            throw new ProjectionInputException([new InputProblem("bounds", 0, wrong.Message.Split('\n')[0], "Give bounds for every year projected, or fewer years.")]);
        }
    }
}
