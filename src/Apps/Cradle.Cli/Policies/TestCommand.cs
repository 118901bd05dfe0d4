using System.CommandLine;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy test [FILTER]</c>: runs the worked cases as families get their answers.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var filter = new Argument<string?>("FILTER") { Description = "Only cases whose quantity, name, scenario or file holds this.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("test", "Runs the worked cases.") { filter, Options.Pack, Options.Json };
        command.SetAction(parse => Run(PolicyFolder.ReadSound(parse.GetValue(Options.Pack)), parse.GetValue(filter), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder folder, string? filter, bool json)
    {
        var cases = folder.Pack.Cases.Where(item => filter is null || Matches(item, filter)).ToList();
        if (cases.Count == 0)
            Console.Error.WriteLine(filter is null ? "The pack has no worked case." : $"No worked case matches {filter}.");
        var runner = new CaseRunner(folder.Compile(), PolicyFolder.Divisions);
        var failures = cases.Select(runner.Run).Where(result => !result.Passed).ToList();
        foreach (var result in failures)
        {
            var position = result.Case.Position;
            Console.Error.WriteLine($"{folder.PathOf(position)}({position.Line},{position.Column}): {result.Case.Quantity}: {result.Case.Name}");
            foreach (var difference in result.Differences)
                Console.Error.WriteLine($"    {difference}");
        }

        var passed = cases.Count - failures.Count;
        if (json)
            JsonOutput.Write(new
            {
                Passed = passed,
                Failed = failures.Count,
                Failures = failures.Select(result => new
                {
                    result.Case.Quantity, Case = result.Case.Name, result.Case.Scenario, File = folder.PathOf(result.Case.Position), result.Case.Position.Line, result.Differences,
                }),
            });
        else
            Console.WriteLine($"{passed} passed, {failures.Count} failed");
        return failures.Count == 0 && passed > 0 ? ExitCodes.Ok : ExitCodes.Finding;
    }

    private static bool Matches(WorkedCase item, string filter) =>
        new[] { item.Quantity, item.Name, item.Scenario ?? "", item.Position.File }.Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));
}
