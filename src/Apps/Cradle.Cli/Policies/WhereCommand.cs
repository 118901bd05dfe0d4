using System.CommandLine;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy where 吉林 育儿假</c>: the rules that all words fit, and where they stand.</summary>
internal static class WhereCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORD") { Description = "A place (name or code), a quantity (label or id), a clause number.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("where", "Finds rules: file and line, clause, dates.") { words, Options.Pack, Options.English, Options.Json };
        command.SetAction(parse => Run(
            PolicyFolder.ReadSound(parse.GetValue(Options.Pack)), parse.GetRequiredValue(words), Options.Language(parse), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder folder, string[] words, Language language, bool json)
    {
        var search = new RuleSearch(folder);
        var rules = search.Find(words).Select(item => RuleView.Of(folder, item.Header, item.Rule)).ToList();
        if (json)
            JsonOutput.Write(new { Rules = rules });
        else
            foreach (var quantity in rules.GroupBy(rule => rule.Quantity))
            {
                Console.WriteLine($"{quantity.First().Label.In(language)}  {quantity.Key}");
                foreach (var rule in quantity)
                    rule.Print(language);
            }

        if (rules.Count > 0)
            return ExitCodes.Ok;
        var strangers = search.Strangers(words).ToList();
        Console.Error.WriteLine(strangers.Count > 0
            ? $"No place, quantity or clause is called {string.Join(" or ", strangers)}."
            : $"No rule fits all of: {string.Join(' ', words)}.");
        return ExitCodes.Finding;
    }
}
