using System.CommandLine;
using Cradle.Demography.Files;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary><c>cradle project --input DIR --out DIR2</c>: the future of a population by age and sex, with its uncertainty.</summary>
internal static class ProjectCommand
{
    private const int MostTrajectories = 1_000_000;
    private static readonly Option<string> Input = new("--input") { Description = "The folder with the inputs.", HelpName = "DIR", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder for the results; made if it is not there.", HelpName = "DIR", Required = true };
    private static readonly Option<int?> From = new("--from") { Description = "The first year to project; its 1 January is the start.", HelpName = "YEAR" };
    private static readonly Option<int?> To = new("--to") { Description = "The last year to project; its 31 December is the end.", HelpName = "YEAR" };
    private static readonly Option<int?> Trajectories = new("--trajectories") { Description = "Draw a fan from so many futures.", HelpName = "N" };
    private static readonly Option<long?> Seed = new("--seed") { Description = "The seed of the fan; 1 when left out.", HelpName = "S" };
    private static readonly Option<int?> Decimals = new("--decimals") { Description = "Project whole persons (0) or so many decimals; the books then balance exactly.", HelpName = "D" };
    private static readonly Option<string> Variant = new("--variant") { Description = "low, medium or high fertility: half a child less or more.", DefaultValueFactory = _ => "medium" };
    private static readonly Option<string?> ScenarioFile = new("--scenario") { Description = "A file of changes by year.", HelpName = "FILE.csv" };

    private static readonly Option<string?> Nation = new("--nation") { Description = "The folder with the nation's inputs: the divisions are made to add up to its projection.", HelpName = "DIR" };
    private static readonly Option<double?> Between = new("--between") { Description = "How much divisions have in common in a fan, 0 to 1; 1 when left out.", HelpName = "C" };

    private static readonly Option<string> Convention = new("--convention") { Description = "The order of the steps in a year: un, split or start.", DefaultValueFactory = _ => "un" };

    public static Command Create()
    {
        Variant.AcceptOnlyFromAmong("low", "medium", "high");
        Convention.AcceptOnlyFromAmong([.. ProjectionConvention.All.Select(convention => convention.Name)]);
        var command = new Command("project", "Projects a population by single age and sex.")
        {
            Input, Out, From, To, Trajectories, Seed, Decimals, Variant, ScenarioFile, Convention, Nation, Between, Options.Json,
        };
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Run(parse, cancellation)));
        return command;
    }

    private static int Run(ParseResult parse, CancellationToken cancellation)
    {
        var (from, to, json) = (parse.GetValue(From), parse.GetValue(To), parse.GetValue(Options.Json));
        if (from > to)
            throw new UsageException($"--from {from} lies after --to {to}.");
        var trajectories = parse.GetValue(Trajectories);
        if (trajectories is < 1 or > MostTrajectories)
            throw new UsageException($"--trajectories {trajectories}: ask for 1 to {MostTrajectories}.");
        var decimals = parse.GetValue(Decimals);
        if (decimals is < 0 or > 6)
            throw new UsageException($"--decimals {decimals}: a person has 0 to 6 decimals.");
        var folder = parse.GetRequiredValue(Input);
        if (!Directory.Exists(folder))
            throw new UsageException($"There is no folder {folder}.");
        var convention = ProjectionConvention.All.Single(item => item.Name == parse.GetValue(Convention));
        if (convention != ProjectionConvention.UnitedNations && decimals is not null)
            throw new UsageException($"--decimals works with --convention un only, not with {convention.Name}.");
        var nation = parse.GetValue(Nation);
        if (nation is not null && !Directory.Exists(nation))
            throw new UsageException($"There is no folder {nation}.");
        if (nation is not null && (decimals ?? trajectories) is not null)
            throw new UsageException("--nation makes figures consistent that are neither rounded nor drawn: leave out --decimals and --trajectories.");
        var between = parse.GetValue(Between);
        if (between is not (null or (>= 0 and <= 1)))
            throw new UsageException($"--between {between}: a correlation between divisions is 0 to 1.");
        OutputFolder.Checked(parse.GetRequiredValue(Out));
        try
        {
            var data = ScenarioChoice.Apply(ProjectionFolder.Read(folder, from, to), parse.GetRequiredValue(Variant), parse.GetValue(ScenarioFile));
            foreach (var note in data.Notes)
                Console.Error.WriteLine(note);
            if (to > data.To)
                Console.Error.WriteLine($"The inputs end with {data.To}: 1 January {data.To + 1} is the last population.");
            var request = new ProjectionRequest(data, convention, decimals, trajectories is { } count ? new ProbabilisticOptions { Trajectories = count, Seed = parse.GetValue(Seed) ?? 1, BetweenDivisions = between ?? 1 } : null, nation is null ? null : NationalCase.Of(data, ScenarioChoice.Apply(ProjectionFolder.Read(nation, data.From, data.To), parse.GetRequiredValue(Variant), parse.GetValue(ScenarioFile)), nation));
            var result = ProjectionRun.Of(request, cancellation);
            ProjectionReport.Write(result, parse.GetRequiredValue(Out));
            ProjectionSummary.Print(result, parse.GetRequiredValue(Out), json);
            return ExitCodes.Ok;
        }
        catch (ProjectionInputException broken)
        {
            ProjectionProblems.Print(broken, json);
            return ExitCodes.Finding;
        }
    }
}
