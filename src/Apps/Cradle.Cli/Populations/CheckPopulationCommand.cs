using System.CommandLine;
using Cradle.Cli.Policies;
using Cradle.Rules.Populations.Files;

namespace Cradle.Cli.Populations;

/// <summary><c>cradle population check P</c>: reads a population as a rehearsal would, and lists every row that is wrong.</summary>
internal static class CheckPopulationCommand
{
    public static Command Create()
    {
        var population = new Argument<string>("POPULATION") { Description = PopulationArguments.Forms };
        var command = new Command("check", "Lists every row that is wrong.")
        {
            population, PopulationArguments.Mapping, PopulationArguments.BadRows, PopulationArguments.Seed, PopulationArguments.Assumptions, Options.AsOf, Options.Pack, Options.English, Options.Json,
        };
        command.SetAction(parse => PopulationArguments.Summed(() => Run(parse, parse.GetValue(population)!)));
        return command;
    }

    private static int Run(ParseResult parse, string named)
    {
        using var list = new BadRowFile(parse.GetValue(PopulationArguments.BadRows), Options.Language(parse));
        var log = new BadRowLog(OnBadRows.Skip, list.Add);
        var source = PopulationArguments.Open(named, parse, parse.GetValue(Options.AsOf) ?? Options.Today, log);
        long families = 0, children = 0, weight = 0;
        foreach (var record in source.Read(PolicyFolder.ReadSound(parse.GetValue(Options.Pack)).Pack.Vocabulary))
        {
            families++;
            weight = checked(weight + record.Weight);
            children += record.Facts.Children?.Count ?? 0;
        }

        var header = source.Header;
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new { Families = families, Children = children, StandsFor = header.Scale.Apply(weight), BadRows = log.Rows, FamiliesLeftOut = log.Families, Synthetic = header.IsSynthetic, header.AsOf, header.Label, header.Source });
        else
        {
            if (header.IsSynthetic)
                Console.WriteLine("SYNTHETIC 合成数据，不是真实家庭");
            Console.WriteLine($"{families} families, {children} children; {header.Scale.Apply(weight)} families of the place");
            Console.WriteLine($"{log.Rows} bad rows, {log.Families} families left out");
        }

        return log.Rows == 0 ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
