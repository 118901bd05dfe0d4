using System.CommandLine;
using System.Globalization;
using Cradle.Linkage;
using Cradle.Linkage.Incremental;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle link add --to DIR --input NEW.csv --out DIR2</c>: adds records to an earlier result.</summary>
internal static class AddCommand
{
    private static readonly Option<string> To = new("--to") { Description = "The folder of the earlier result, linked with --index.", HelpName = "DIR", Required = true };
    private static readonly Option<string[]> Input = new("--input") { Description = "A register with the new records.", HelpName = "FILE", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder for what the addition found.", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("add", "Adds records to an earlier result, at a cost that depends on the new records only.") { To, Input, Out, Options.Json };
        command.SetAction((parse, cancel) => LinkCommand.Guarded(() => RunAsync(parse, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        if (!Directory.Exists(parse.GetValue(To)))
            throw new UsageException($"There is no folder {parse.GetValue(To)}.");
        using var alone = OutputLock.Take(parse.GetValue(To)!);
        var result = await new RecordAddition(parse.GetValue(To)!, parse.GetValue(Input)!, OutputFolder.Checked(parse.GetValue(Out)!)).RunAsync(cancel);
        foreach (var problem in result.Problems.Where(problem => problem.IsRefused))
            Console.Error.WriteLine($"{problem.File}({problem.Line}): {problem.Problem}");
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new
            {
                result.Records, result.Joined, result.NewClusters, result.MergedClusters, result.PairsCompared, result.OversizedKeys,
                RowsRefused = result.Problems.Count(problem => problem.IsRefused), result.Stages,
            });
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{result.Records} records: {result.Joined} joined a cluster, {result.NewClusters} new clusters, {result.MergedClusters} clusters merged"));
        return result.Problems.Any(problem => problem.IsRefused) ? ExitCodes.Finding : ExitCodes.Ok;
    }
}
