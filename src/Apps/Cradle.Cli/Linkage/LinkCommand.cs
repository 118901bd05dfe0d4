using System.CommandLine;
using Cradle.Linkage;
using Cradle.Linkage.Reporting;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle link --input A.csv [--input B.csv …] --out DIR</c>: which records are one person.</summary>
internal static class LinkCommand
{
    private static readonly Option<string[]> Input = new("--input") { Description = "A register in CSV; give it several times for several registers.", HelpName = "FILE", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder of the results.", HelpName = "DIR", Required = true };
    private static readonly Option<string?> Model = new("--model") { Description = "A model; without one it is proposed and trained.", HelpName = "FILE" };
    private static readonly Option<string?> Id = new("--id") { Description = "The column that names a record; found where not given.", HelpName = "COLUMN" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the samples drawn.", HelpName = "N" };
    private static readonly Option<string?> TruthFile = new("--truth") { Description = "Who is who (source, id, person): measures the result.", HelpName = "FILE" };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on behind what an interrupted run left." };

    public static Command Create()
    {
        var command = new Command("link", "Finds the records that are one person.") { Input, Out, Model, Id, Seed, TruthFile, Resume, Options.Json };
        command.Subcommands.Add(GenerateCommand.Create());
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        var options = new LinkageOptions(parse.GetValue(Input)!, parse.GetValue(Out)!)
        {
            Model = parse.GetValue(Model),
            IdColumn = parse.GetValue(Id),
            Seed = parse.GetValue(Seed),
            Resume = parse.GetValue(Resume),
        };
        var result = await new LinkageRun(options).RunAsync(cancel);
        LinkageFiles.Write(options.Output, result, first => first);
        foreach (var (stage, seconds, cpu) in result.Stages)
            Console.Error.WriteLine($"{stage} {seconds:0.00} cpu {cpu:0.00}");
        foreach (var field in result.Model.Fields) Console.Error.WriteLine($"{field.Name} {field.Kind}");
        foreach (var p in result.Model.Passes) Console.Error.WriteLine(p.ToString());
        Console.Error.WriteLine($"{result.Store.Count} {result.Persons} {result.Threshold} pairs {result.Histogram.Pairs} exp {result.Histogram.ExpectedMatches}");
        if (parse.GetValue(TruthFile) is { } truth)
            Console.WriteLine(Cradle.Linkage.Evaluation.PairQuality.Of(result, truth));
        return ExitCodes.Ok;
    }
}
