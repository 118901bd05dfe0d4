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
    private const int WarmUpRounds = 3;

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
            ("one population", Measure(1000, () => CohortComponent.Project(path))),
            ($"{Divisions} divisions with rates of their own, one core", Measure(1, () => ProjectAll(own, path))),
        ];
        if (data.Bounds is { } bounds)
        {
            var options = new ProbabilisticOptions { Trajectories = Trajectories };
            timings.Add(($"{Trajectories} trajectories, preparation and quantiles included", Measure(1, () => new ProbabilisticProjection(inputs, bounds, options).Run()[FanMeasure.Population].Band())));
            timings.Add(($"{Trajectories} trajectories, one core", Measure(1, () => new ProbabilisticProjection(inputs, bounds, options with { Cores = 1 }).Run()[FanMeasure.Population].Band())));
        }

        if (json)
            JsonOutput.Write(new { Steps = inputs.Years, Timings = timings.Select(timing => new { timing.What, WallMilliseconds = Math.Round(timing.Time.Wall, 4), ProcessorMilliseconds = Math.Round(timing.Time.Processor, 4) }) });
        else
            foreach (var (what, time) in timings)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what + ", " + inputs.Years + " steps",-70} wall {time.Wall,9:0.0000} ms   processor {time.Processor,9:0.0000} ms"));
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
        var wall = new double[Rounds];
        var processor = new double[Rounds];
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            var used = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            for (var repeat = 0; repeat < repeats; repeat++)
                action();
            if (round < 0)
                continue;
            wall[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / repeats;
            processor[round] = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / repeats;
        }

        Array.Sort(wall);
        Array.Sort(processor);
        return new Timing(wall[Rounds / 2], processor[Rounds / 2]);
    }

    /// <summary>Milliseconds of one run by the clock, and of processor time on all cores: the latter tells on a machine that others use too.</summary>
    private sealed record Timing(double Wall, double Processor);
}
