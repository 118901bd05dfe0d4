using System.CommandLine;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;

namespace Cradle.Cli;

/// <summary><c>cradle policy check|test</c>.</summary>
internal static class PolicyCommands
{
    public static Command Create()
    {
        var pack = new Option<string?>("--pack") { Description = "Another policies folder.", Recursive = true };
        var filter = new Argument<string?>("FILTER") { Description = "Only quantities whose id holds this.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Everything that can be wrong in the packs, and the coverage by document.");
        check.SetAction(parse => Check(parse.GetValue(pack)));
        var test = new Command("test", "Runs the worked cases.") { filter };
        test.SetAction(parse => Test(parse.GetValue(pack), parse.GetValue(filter)));
        return new Command("policy", "The policy packs.") { pack, check, test };
    }

    private static int Check(string? folder)
    {
        var pack = PackLoader.Load(Folders.Policies(folder));
        foreach (var diagnostic in pack.Diagnostics)
            Console.Error.WriteLine(diagnostic);
        Console.WriteLine($"{pack.Quantities.Count} quantities, {pack.Quantities.Sum(quantity => quantity.Rules.Count)} rules, {pack.Cases.Count} cases, {pack.Documents.Count} documents, {pack.Diagnostics.Count} findings");
        return pack.Diagnostics.HasErrors ? ExitCodes.Finding : ExitCodes.Ok;
    }

    private static int Test(string? folder, string? filter)
    {
        var policy = Folders.Compile(folder);
        var runner = new CaseRunner(policy, Folders.Divisions());
        var cases = policy.Pack.Cases.Where(item => filter is null || item.Quantity.Contains(filter, StringComparison.Ordinal)).ToList();
        var failed = 0;
        foreach (var result in cases.Select(runner.Run).Where(result => !result.Passed))
        {
            failed++;
            Console.Error.WriteLine($"{result.Case.Position}: {result.Case.Quantity}: {result.Case.Name}");
            foreach (var difference in result.Differences)
                Console.Error.WriteLine($"    {difference}");
        }

        Console.WriteLine($"{cases.Count - failed} passed, {failed} failed");
        return failed == 0 ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
