using System.CommandLine;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy diff FOLDER_OLD [FOLDER_NEW]</c>: which rules changed, and who gains or loses by it.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("FOLDER_OLD") { Description = "The policies folder before." };
        var @new = new Argument<string?>("FOLDER_NEW") { Description = "The policies folder after; the current one when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("diff", "Compares two versions of the packs: rules, clauses, who gains, who loses.") { old, @new, Options.English, Options.Json };
        command.SetAction(parse => Run(
            PolicyFolder.ReadSound(parse.GetRequiredValue(old)), PolicyFolder.ReadSound(parse.GetValue(@new)), Options.Language(parse), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder old, PolicyFolder @new, Language language, bool json)
    {
        var rules = PackComparison.Of(old, @new);
        var cases = new CaseComparison(old, @new).Run();
        if (json)
            JsonOutput.Write(new { rules.Added, rules.Removed, rules.Changed, rules.Headers, Cases = cases });
        else
            Print(rules, cases, language);
        return ExitCodes.Ok;
    }

    private static void Print(PackComparison rules, IReadOnlyList<CaseChange> cases, Language language)
    {
        PrintRules("Added", rules.Added, language);
        PrintRules("Removed", rules.Removed, language);
        Title("Changed rules", rules.Changed.Count);
        foreach (var (_, rule, changes) in rules.Changed)
        {
            Console.WriteLine($"  {rule.Rule}  {rule.Label.In(language)}  {rule.Place.In(language)}  {string.Join(' ', rule.Cites)}");
            PrintChanges(changes);
        }

        Title("Changed quantities", rules.Headers.Count);
        foreach (var header in rules.Headers)
        {
            Console.WriteLine($"  {header.Quantity}  {header.Label.In(language)}");
            PrintChanges(header.Changes);
        }

        foreach (var effect in Enum.GetValues<Effect>())
        {
            var affected = cases.Where(item => item.Effect == effect).ToList();
            Title(effect switch { Effect.Gains => "Who gains", Effect.Loses => "Who loses", _ => "Other outcomes that change" }, affected.Count);
            foreach (var item in affected)
            {
                Console.WriteLine($"  {item.Quantity}: {item.Case} ({item.Beneficiary}{(item.Draft ? ", draft" : "")})");
                Console.WriteLine($"      {item.Old?.Words ?? "-"} → {item.New?.Words ?? "-"}");
            }
        }

        if (rules is { Added.Count: 0, Removed.Count: 0, Changed.Count: 0, Headers.Count: 0 } && cases.Count == 0)
            Console.WriteLine("No rule and no outcome differs.");
    }

    private static void PrintRules(string title, IReadOnlyList<RuleView> rules, Language language)
    {
        Title(title, rules.Count);
        foreach (var rule in rules)
            rule.Print(language);
    }

    private static void PrintChanges(IReadOnlyList<MemberChange> changes)
    {
        foreach (var change in changes)
        {
            Console.WriteLine($"      {change.Member}");
            Console.WriteLine($"        - {change.Old}");
            Console.WriteLine($"        + {change.New}");
        }
    }

    private static void Title(string title, int count)
    {
        if (count > 0)
            Console.WriteLine($"{title}: {count}");
    }
}
