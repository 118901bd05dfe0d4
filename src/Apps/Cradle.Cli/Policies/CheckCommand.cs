using System.CommandLine;
using System.Text.Json;
using Cradle.Rules.Review;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy check [--strict]</c>: everything that can be wrong in a pack, and how far it carries out its documents.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var strict = new Option<bool>("--strict") { Description = "Count warnings as findings." };
        var command = new Command("check", "Finds what is wrong in the rules, and counts what they cover.") { strict, Options.Pack, Options.Json };
        command.SetAction(parse => Run(PolicyFolder.Read(parse.GetValue(Options.Pack)), parse.GetValue(strict), parse.GetValue(Options.Json)));
        return command;
    }

    private static int Run(PolicyFolder folder, bool strict, bool json)
    {
        var report = PolicyReview.Check(folder.Pack, Options.Today);
        var findings = report.Diagnostics.Select(finding => new FindingView(folder, finding)).ToList();
        var errors = findings.Count(finding => finding.Severity == "error");
        foreach (var finding in findings)
            Console.Error.WriteLine(finding);
        if (json)
            WriteJson(report.Coverage, findings, errors);
        else
            WriteText(report.Coverage, errors, findings.Count - errors);
        return errors > 0 || strict && findings.Count > 0 ? ExitCodes.Finding : ExitCodes.Ok;
    }

    private static void WriteJson(CoverageReport coverage, List<FindingView> findings, int errors) => JsonOutput.Write(new
    {
        Errors = errors,
        Warnings = findings.Count - errors,
        Findings = findings,
        Documents = coverage.Documents.Select(item => new
        {
            item.Document.Id, item.Document.Short, item.Document.Standing,
            item.Clauses, item.ByQuantity, item.ByLiveCarrier, item.PlannedOnly, item.Nowhere,
        }),
        Quantities = Enum.GetValues<QuantityKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind => coverage.Quantities.GetValueOrDefault(kind)),
        coverage.Rules,
        coverage.Cases,
        Catalogue = new { coverage.Carried, Entries = CoverageReport.CatalogueEntries },
    });

    private static void WriteText(CoverageReport coverage, int errors, int warnings)
    {
        Console.WriteLine("clauses  by rule  by live service  planned only  nowhere  document");
        foreach (var item in coverage.Documents)
            Console.WriteLine($"{item.Clauses,7}  {item.ByQuantity,7}  {item.ByLiveCarrier,15}  {item.PlannedOnly,12}  {item.Nowhere,7}  {item.Document.Id} {item.Document.Short.Zh}");
        Console.WriteLine();
        Console.WriteLine($"{coverage.Quantities.Values.Sum()} quantities: "
            + string.Join(", ", Enum.GetValues<QuantityKind>().Select(kind => $"{coverage.Quantities.GetValueOrDefault(kind)} {Words(kind)}")));
        Console.WriteLine($"{coverage.Rules} rules, {coverage.Cases} cases, {coverage.Carried} of {CoverageReport.CatalogueEntries} entitlements carried");
        Console.WriteLine($"{errors} errors, {warnings} warnings");
    }

    private static string Words(QuantityKind kind) => kind switch
    {
        QuantityKind.Computed => "with a value",
        QuantityKind.Flag => "rights without a number",
        QuantityKind.Programme => "programmes only",
        _ => "left to a locality",
    };
}
