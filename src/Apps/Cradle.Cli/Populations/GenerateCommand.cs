using System.CommandLine;
using Cradle.Cli.Policies;

namespace Cradle.Cli.Populations;

/// <summary><c>cradle population generate</c>: synthetic families of a division, their births as the figures on file.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var division = new Option<string>("--division") { Description = "The place: 00, 22, 2201, 220104.", HelpName = "CODE", Required = true };
        var families = new Option<int>("--families") { Description = "About how many.", HelpName = "N", Required = true };
        var to = new Option<string>("--out") { Description = "A folder for tables, or a column file .cpop.", HelpName = "PATH", Required = true };
        var command = new Command("generate", "Makes synthetic families; none of them is real.")
        {
            division, families, to, PopulationArguments.Seed, PopulationArguments.Assumptions, Options.AsOf, Options.Pack,
        };
        command.SetAction(parse => Run(parse, parse.GetValue(division)!, parse.GetValue(families), parse.GetValue(to)!));
        return command;
    }

    private static int Run(ParseResult parse, string division, int families, string to)
    {
        var source = PopulationArguments.Synthetic(division, families, parse.GetValue(Options.AsOf) ?? Options.Today, parse);
        var written = PopulationOutput.Write(to, source, PolicyFolder.ReadSound(parse.GetValue(Options.Pack)).Pack.Vocabulary);
        Console.WriteLine("SYNTHETIC 合成数据，不是真实家庭");
        Console.WriteLine($"{written} families written to {to}; {source.Header.Scale.Apply(written)} families of the place");
        Console.WriteLine(source.Header.Source);
        return ExitCodes.Ok;
    }
}
