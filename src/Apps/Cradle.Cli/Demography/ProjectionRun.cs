using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>Projects what was asked for; nothing is written yet.</summary>
internal static class ProjectionRun
{
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
        IReadOnlyList<ProjectionAccounts> accounts = request.Decimals is { } decimals
            ? WholeProjection.Project(data.Divisions, data.Moves, decimals)
            : [.. data.Divisions.Zip(paths, (division, path) => ProjectionAccounts.Of(path, division.Division))];
        return new ProjectionResult(request, accounts, request.Fan is { } options ? [.. Fans(data, convention, options, cancellation)] : []);
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
        if (data.Moves is not null)
            throw new UsageException("A fan of divisions between which people move is not drawn yet: leave out moves.csv or --trajectories.");
        double Size(DivisionInputs division) => division.Inputs.Start.Male.Sum() + division.Inputs.Start.Female.Sum();
        var everybody = data.Divisions.Sum(Size);
        foreach (var division in data.Divisions)
        {
            var run = Prepared(division, bounds, options, convention, Size(division) / everybody);
            var fans = run.Run(new ProgressLine(division.Division, options.Trajectories), cancellation);
            yield return (division.Division, fans.ToDictionary(fan => fan.Key, fan => fan.Value.Band()));
        }
    }

    private static ProbabilisticProjection Prepared(DivisionInputs division, IndicatorBounds bounds, ProbabilisticOptions options, ProjectionConvention convention, double share)
    {
        try
        {
            return new ProbabilisticProjection(division.Inputs, bounds, options, convention, share);
        }
        catch (ArgumentException wrong)
        {
            throw new ProjectionInputException([new InputProblem("bounds", 0, wrong.Message.Split('\n')[0], "Give bounds for every year projected, or fewer years.")]);
        }
    }
}
