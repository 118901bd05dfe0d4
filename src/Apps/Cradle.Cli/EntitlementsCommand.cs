using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli;

/// <summary><c>cradle entitlements FAMILY.json [--as-of D] [--explain] [--json]</c>.</summary>
internal static class EntitlementsCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FAMILY.json") { Description = "The family; - reads standard input." };
        var asOf = new Option<string?>("--as-of") { Description = "The day to answer for, e.g. 2026-03-01; wins over the family's own." };
        var explain = new Option<bool>("--explain") { Description = "Say of every outcome why, or why not." };
        var json = new Option<bool>("--json") { Description = "Print the JSON contract." };
        var english = new Option<bool>("--en") { Description = "Texts in English." };
        var pack = new Option<string?>("--pack") { Description = "Another policies folder." };
        var command = new Command("entitlements", "Everything a family is entitled to, with dates and clauses.") { file, asOf, explain, json, english, pack };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(file), parse.GetValue(asOf), parse.GetValue(explain), parse.GetValue(json),
            parse.GetValue(english) ? Language.English : Language.Chinese, parse.GetValue(pack)));
        return command;
    }

    private static int Run(string file, string? asOf, bool explain, bool json, Language language, string? pack)
    {
        var policy = Folders.Compile(pack);
        var text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        var reading = new FamilyReader(policy.Pack.Vocabulary, Folders.Divisions()).Read(text, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date));
        if (asOf is not null)
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Console.Error.WriteLine($"--as-of {asOf}: this is not a day. Write it as 2026-03-01.");
                return ExitCodes.BadUsage;
            }

            reading = new FamilyReader(policy.Pack.Vocabulary, Folders.Divisions()).Read(text, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date), day);
        }

        if (reading.Facts is not { } facts)
        {
            if (json)
                Console.Out.WriteLine(Encoding.UTF8.GetString(Problems(reading.Errors, language)));
            foreach (var error in reading.Errors)
                Console.Error.WriteLine(error.In(language));
            return ExitCodes.Finding;
        }

        var answer = new Evaluator(policy).Evaluate(facts);
        if (json)
            Console.Out.WriteLine(Encoding.UTF8.GetString(AnswerWriter.Write(answer, reading.Warnings, language, indented: true)));
        else
            Print(answer, reading.Warnings, language);
        return ExitCodes.Ok;
    }

    private static byte[] Problems(IReadOnlyList<FactProblem> errors, Language language)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            AnswerWriter.Write(writer, "errors", errors, language);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Print(Answer answer, IReadOnlyList<FactProblem> warnings, Language language)
    {
        foreach (var warning in warnings)
            Console.Error.WriteLine(warning.In(language));
        foreach (var group in answer.Outcomes.Where(outcome => outcome.Status != OutcomeStatus.NotEntitled).GroupBy(outcome => outcome.IsDraft ? OutcomeStatus.Advisory : outcome.Status))
        {
            Console.WriteLine($"== {AnswerWriter.NameOf(group.Key)}");
            foreach (var outcome in group)
            {
                var value = outcome.Value is { } number ? $" {ValueFormat.Text(number, outcome)} {outcome.Unit}" : "";
                var dates = outcome.From is null && outcome.Until is null ? "" : $" {outcome.From:yyyy-MM-dd}..{outcome.Until:yyyy-MM-dd}";
                var missing = outcome.Missing.Count == 0 ? "" : $" ? {string.Join(", ", outcome.Missing)}";
                var child = outcome.Child is { } index ? $"[{index}]" : "";
                Console.WriteLine($"  {outcome.Header.Label.In(language)} ({outcome.Beneficiary}{child}){value}{dates}  {string.Join(' ', outcome.Rule?.Cites.Select(cite => cite.ToString()) ?? [])}{missing}");
            }
        }

        if (answer.NextQuestion is { } next)
            Console.WriteLine($"-> {Questions.Text(next.Path, language)} ({next.Path}, {next.Settles})");
    }
}
