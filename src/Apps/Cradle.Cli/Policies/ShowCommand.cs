using System.CommandLine;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy show QUANTITY|RULE</c>: what a quantity's rules say, in Chinese and English, with everything that stands beside them.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("QUANTITY|RULE") { Description = "The id or label of a quantity, or the id of a rule." };
        var command = new Command("show", "Says in words what rules mean.") { name, Options.Pack, Options.English, Options.Json };
        command.SetAction(parse => Run(
            PolicyFolder.ReadSound(parse.GetValue(Options.Pack)), parse.GetRequiredValue(name), Options.Language(parse), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder folder, string name, Language language, bool json)
    {
        var shown = Find(folder.Pack, name).ToList();
        if (shown.Count == 0)
        {
            Console.Error.WriteLine($"No quantity or rule is called {name}.");
            foreach (var header in folder.Pack.Quantities.Select(quantity => quantity.Header).Where(header => IsNear(header, name)))
                Console.Error.WriteLine($"    {header.Id}  {header.Label.In(language)}");
            return ExitCodes.Finding;
        }

        var views = shown.ConvertAll(item => (item.Quantity.Header, Rules: item.Rules.Select(rule => RuleView.Of(folder, item.Quantity.Header, rule)).ToList()));
        if (json)
            JsonOutput.Write(new
            {
                Quantities = views.Select(view => new
                {
                    view.Header.Id, view.Header.Label, view.Header.About, view.Header.Kind, view.Header.Topic, view.Header.Beneficiary,
                    For = view.Header.Instance, view.Header.Unit, view.Header.Merge, view.Header.Handler, view.Header.Systems, view.Rules,
                }),
            });
        else
            foreach (var (header, rules) in views)
                Print(header, rules, language);
        return ExitCodes.Ok;
    }

    private static IEnumerable<(Quantity Quantity, IReadOnlyList<Rule> Rules)> Find(PolicyPack pack, string name)
    {
        foreach (var quantity in pack.Quantities)
            if (quantity.Header.Id == name || quantity.Header.Label.Zh == name || string.Equals(quantity.Header.Label.En, name, StringComparison.OrdinalIgnoreCase))
                yield return (quantity, quantity.Rules);
            else if (quantity.Rules.FirstOrDefault(rule => rule.Id == name) is { } rule)
                yield return (quantity, [rule]);
    }

    private static bool IsNear(QuantityHeader header, string name) =>
        new[] { header.Id, header.Label.Zh, header.Label.En }.Any(text => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static void Print(QuantityHeader header, List<RuleView> rules, Language language)
    {
        var english = language == Language.English;
        Console.WriteLine($"{header.Label.In(language)}  {header.Id}");
        Console.WriteLine(header.About.In(language));
        foreach (var rule in rules)
        {
            Console.WriteLine();
            rule.Print(language);
            Console.WriteLine($"      {rule.Sentence.In(english ? Language.Chinese : Language.English)}");
            Line(english ? "Handled by: " : "办理：", HandlerNames.Of(rule.Handler).In(language));
            Line(english ? "Replaces: " : "代替：", string.Join(' ', rule.Replaces));
            Line(english ? "Says the same as: " : "内容同：", rule.Restates);
            Line(english ? "Note: " : "注：", rule.Note?.In(language));
            Line(english ? "How the text was read: " : "理解：", rule.Reading?.In(language));
            Line(english ? "Items: " : "事项：", string.Join(english ? "; " : "；", rule.Items.Select(item => item.In(language))));
            Line(english ? "Worked cases: " : "算例：", rule.Cases.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void Line(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Console.WriteLine($"      {name}{text}");
    }
}
