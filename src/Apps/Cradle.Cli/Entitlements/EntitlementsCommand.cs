using System.CommandLine;
using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Entitlements;

/// <summary><c>cradle entitlements FAMILY.json [--as-of D] [--explain]</c>.</summary>
internal static class EntitlementsCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FAMILY.json") { Description = "The family; - reads standard input." };
        var explain = new Option<bool>("--explain") { Description = "Say of every outcome how it came about and what would change it." };
        var command = new Command("entitlements", "Everything a family is entitled to, with dates and clauses.")
        {
            file, Options.AsOf, explain, Options.Pack, Options.English, Options.Json,
        };
        command.SetAction(parse => Run(
            PolicyFolder.ReadSound(parse.GetValue(Options.Pack)), FamilyFile.Read(parse.GetRequiredValue(file)), parse.GetValue(Options.AsOf), parse.GetValue(explain),
            Options.Language(parse), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder folder, byte[] family, DateOnly? asOf, bool explain, Language language, bool json)
    {
        var reading = new FamilyReader(folder.Pack.Vocabulary, PolicyFolder.Divisions).Read(family, Options.Today, asOf);
        Report(json ? reading.Errors : reading.Errors.Concat(reading.Warnings), language);
        if (reading.Facts is not { } facts)
        {
            if (json)
                JsonOutput.Write(new
                {
                    Errors = reading.Errors.Select(error => new { Field = error.Path, error.Code, Reason = error.Reason.In(language), Remedy = error.Remedy.In(language) }),
                });
            return ExitCodes.Finding;
        }

        var evaluator = new Evaluator(folder.Compile());
        var answer = evaluator.Evaluate(facts);
        var explainer = new Explainer(evaluator, language, code => PolicyFolder.NameOf(code, language));
        Report(json ? [] : AnswerDoubts.Of(answer), language);
        if (json)
            AnswerJson.Write(answer, reading.Warnings, language, explainer, explain, facts);
        else
            new AnswerText(folder, language, explain ? explainer : null, facts).Print(answer);
        return ExitCodes.Ok;
    }

    private static void Report(IEnumerable<FactProblem> problems, Language language)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem.In(language));
    }
}
