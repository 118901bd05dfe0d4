using System.CommandLine;
using Cradle.Linkage;
using Cradle.Linkage.Evaluation;
using Cradle.Linkage.Models;
using Cradle.Linkage.Reading;
using Cradle.Linkage.Reporting;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle link --input A.csv [--input B.csv …] --out DIR</c>: which records are one person.</summary>
internal static class LinkCommand
{
    public static readonly Option<string[]> Input = new("--input") { Description = "A register in CSV; give it several times for several registers.", HelpName = "FILE" };
    public static readonly Option<string?> Out = new("--out") { Description = "The folder of the results.", HelpName = "DIR" };
    private static readonly Option<string?> Model = new("--model") { Description = "A model; without one it is proposed and trained.", HelpName = "FILE" };
    private static readonly Option<string?> Id = new("--id") { Description = "The column that names a record; found where not given.", HelpName = "COLUMN" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the samples drawn.", HelpName = "N" };
    private static readonly Option<string[]> Unique = new("--unique") { Description = "A register (its name in clusters.csv) that has each person at most once.", HelpName = "SOURCE" };
    private static readonly Option<string?> Decisions = new("--decisions") { Description = "A review.csv in which the column decision is filled.", HelpName = "FILE" };
    private static readonly Option<string?> Previous = new("--previous") { Description = "The clusters.csv of an earlier run, whose numbers are kept.", HelpName = "FILE" };
    private static readonly Option<string?> TrainOn = new("--train-on") { Description = "Who is who (source, id, person): trains the model.", HelpName = "FILE" };
    private static readonly Option<string?> Truth = new("--truth") { Description = "Who is who (source, id, person): only measures the result.", HelpName = "FILE" };
    private static readonly Option<bool> Persons = new("--persons") { Description = "Write persons.csv: the best value of each field, and where it is from." };
    private static readonly Option<bool> Index = new("--index") { Description = "Keep an index, so that `cradle link add` can add records." };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on behind what an interrupted run left." };

    public static Command Create()
    {
        var command = new Command("link", "Finds the records that are one person.")
        {
            Input, Out, Model, Id, Seed, Unique, Decisions, Previous, TrainOn, Truth, Persons, Index, Resume, Options.Json,
            GenerateCommand.Create(), AddCommand.Create(), ExplainCommand.Create(),
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Runs and tells what is wrong with registers or models as wrong usage.</summary>
    public static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. `--resume` goes on behind the last whole pass.");
            return ExitCodes.Stopped;
        }
        catch (Exception exception) when (exception is RegisterException or ModelException)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static Task<int> RunAsync(ParseResult parse, CancellationToken cancel) => Guarded(async () =>
    {
        if (parse.GetValue(Input) is not { Length: > 0 } inputs || parse.GetValue(Out) is not { } folder)
            throw new UsageException("Give registers and a folder: cradle link --input A.csv --out DIR");
        var options = new LinkageOptions(inputs, folder)
        {
            Model = parse.GetValue(Model),
            IdColumn = parse.GetValue(Id),
            Seed = parse.GetValue(Seed),
            UniqueSources = parse.GetValue(Unique) ?? [],
            Decisions = parse.GetValue(Decisions),
            Previous = parse.GetValue(Previous),
            Truth = parse.GetValue(TrainOn),
            SurvivingValues = parse.GetValue(Persons),
            KeepIndex = parse.GetValue(Index),
            Resume = parse.GetValue(Resume),
        };
        using var alone = OutputLock.Take(OutputFolder.Checked(folder));
        var result = await new LinkageRun(options, ProgressLine.Show).RunAsync(cancel);
        var review = LinkageFiles.Write(options, result, cancel);
        ProgressLine.Clear();
        var quality = parse.GetValue(Truth) is { } truth ? PairQuality.Of(result, truth) : null;
        var summary = new LinkSummary(folder, result, review, quality);
        foreach (var problem in result.Problems.Where(problem => problem.IsRefused))
            Console.Error.WriteLine($"{problem.File}({problem.Line}): {problem.Problem}");
        if (parse.GetValue(Options.Json))
            summary.WriteJson();
        else
            summary.WriteText();
        return result.Problems.Any(problem => problem.IsRefused) ? ExitCodes.Finding : ExitCodes.Ok;
    });
}
