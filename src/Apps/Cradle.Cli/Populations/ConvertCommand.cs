using System.CommandLine;
using Cradle.Cli.Policies;
using Cradle.Rules.Populations.Files;

namespace Cradle.Cli.Populations;

/// <summary><c>cradle population convert IN OUT</c>: from any form to another.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("IN") { Description = PopulationArguments.Forms };
        var to = new Argument<string>("OUT") { Description = "A folder for tables, or a column file .cpop." };
        var command = new Command("convert", "Writes a population in another form.")
        {
            from, to, PopulationArguments.Mapping, PopulationArguments.OnBadRows, PopulationArguments.BadRows, PopulationArguments.Seed, PopulationArguments.Assumptions, Options.AsOf, Options.Pack, Options.English,
        };
        command.SetAction(parse => Run(parse, parse.GetValue(from)!, parse.GetValue(to)!));
        return command;
    }

    private static int Run(ParseResult parse, string from, string to)
    {
        using var list = new BadRowFile(parse.GetValue(PopulationArguments.BadRows), Options.Language(parse));
        var log = new BadRowLog(PopulationArguments.PolicyOf(parse), list.Add);
        var source = PopulationArguments.Open(from, parse, parse.GetValue(Options.AsOf) ?? Options.Today, log);
        var families = PopulationOutput.Write(to, source, PolicyFolder.ReadSound(parse.GetValue(Options.Pack)).Pack.Vocabulary);
        Console.WriteLine($"{families} families written to {to}; {log.Families} left out");
        return log.Rows == 0 ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
