using System.CommandLine;
using Cradle.Linkage.Generation;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle link generate --records N --out DIR</c>: invented registers with their truth.</summary>
internal static class GenerateCommand
{
    private static readonly Option<long> Records = new("--records") { Description = "Records of all registers together.", HelpName = "N", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write into.", HelpName = "DIR", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same files.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public static Command Create()
    {
        var command = new Command("generate", "Writes invented registers of three departments, and who is who in them.") { Records, Out, Seed, Options.Json };
        command.SetAction((parse, cancel) => Interruptible.Run(() => Run(parse, cancel)));
        return command;
    }

    private static int Run(ParseResult parse, CancellationToken cancel)
    {
        var records = parse.GetValue(Records);
        if (records < 1)
            throw new UsageException($"--records {records}: give a number from 1 up.");
        var folder = OutputFolder.Checked(parse.GetValue(Out)!);
        var (written, persons) = RegisterGenerator.Write(folder, records, parse.GetValue(Seed), cancel);
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new { Records = written, Persons = persons, Folder = folder });
        else
            Console.WriteLine($"{written} records of {persons} persons in {folder}");
        return ExitCodes.Ok;
    }
}
