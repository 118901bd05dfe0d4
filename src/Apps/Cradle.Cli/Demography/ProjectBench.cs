using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Demography.Files;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>
/// <c>cradle bench project [DIR]</c>: how long projections take in this process, on this machine: one population, three thousand divisions
/// on one core, a thousand trajectories.
/// </summary>
internal static class ProjectBench
{
    private const int Divisions = 3000;
    private const int Trajectories = 1000;
    private const int Rounds = 9;

    public static Command Create()
    {
        var folder = new Argument<string?>("DIR") { Description = "The inputs; the example of the documentation when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("project", "Median time of projecting one population, 3,000 divisions and 1,000 trajectories, after warm-up.") { folder, Options.Json };
        command.SetAction(parse => Run(parse.GetValue(folder) ?? Folders.ExamplePopulation, parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"There is no folder {folder}.");
        var data = ProjectionFolder.Read(folder);
        var inputs = data.Divisions[0].Inputs;
        var path = new PopulationPath(inputs, ProjectionConvention.UnitedNations);
        var own = Enumerable.Range(0, Divisions).Select(number => Like(inputs, number)).ToList();
        List<(string What, Timing Time)> timings =
        [
            ("one population", Measure(200, () => CohortComponent.Project(path))),
            ($"{Divisions} divisions with rates of their own, one core", Measure(1, () => ProjectAll(own, path))),
        ];
        if (data.Bounds is { } bounds)
        {
            var options = new ProbabilisticOptions { Trajectories = Trajectories };
            timings.Add(($"{Trajectories} trajectories, preparation and quantiles included", Measure(1, () => new ProbabilisticProjection(inputs, bounds, options).Run()[FanMeasure.Population].Band())));
            timings.Add(($"{Trajectories} trajectories, one core", Measure(1, () => new ProbabilisticProjection(inputs, bounds, options with { Cores = 1 }).Run()[FanMeasure.Population].Band())));
        }

        if (json)
            JsonOutput.Write(new { Steps = inputs.Years, Timings = timings.Select(timing => new { timing.What, MedianMilliseconds = Math.Round(timing.Time.Median, 4), LeastMilliseconds = Math.Round(timing.Time.Least, 4) }) });
        else
            foreach (var (what, time) in timings)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what + ", " + inputs.Years + " steps",-70} median {time.Median,9:0.0000} ms   least {time.Least,9:0.0000} ms"));
        return ExitCodes.Ok;
    }

    private static void ProjectAll(List<ProjectionInputs> divisions, PopulationPath path)
    {
        foreach (var division in divisions)
        {
            path.Take(division);
            CohortComponent.Project(path);
        }
    }

    // a division of its own: nothing is shared, so that every rate comes from memory
    private static ProjectionInputs Like(ProjectionInputs inputs, int number)
    {
        var size = 1 + number % 17 / 16.0;
        AgeTable Copy(AgeTable table, double factor)
        {
            var copy = table.Between(table.FirstYear, table.LastYear);
            foreach (ref var figure in copy.Values)
                figure *= factor;
            return copy;
        }

        return inputs with
        {
            Start = inputs.Start.Select(ages => ages.Select(persons => persons * size / Divisions).ToArray()),
            Survival = inputs.Survival.Select(table => Copy(table, 1)),
            Fertility = Copy(inputs.Fertility, size),
            NetMigration = inputs.NetMigration.Select(table => Copy(table, size / Divisions)),
        };
    }

    private static Timing Measure(int repeats, Action action)
    {
        var times = new double[Rounds];
        for (var round = -3; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var repeat = 0; repeat < repeats; repeat++)
                action();
            if (round >= 0)
                times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new Timing(times[Rounds / 2] / repeats, times[0] / repeats);
    }

    /// <summary>Milliseconds of one run; the least is what the machine can do when nothing else uses it.</summary>
    private sealed record Timing(double Median, double Least);
}
