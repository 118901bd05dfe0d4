using System.CommandLine;
using System.Globalization;
using Cradle.Primitives;

namespace Cradle.Cli.Governance;

/// <summary><c>cradle drill governance</c>: a year of work of 40 units over three places, through the services that the site runs.</summary>
internal static class GovernanceDrill
{
    private const int UsualSeed = 2026;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Another year by chance.", HelpName = "N", DefaultValueFactory = _ => UsualSeed };
        var governance = new Command("governance", "A year of the task ledger: 40 units, 3 places, reports and assessment at its end.") { seed, Options.Json };
        governance.SetAction((parse, stop) => GovernanceAsync(parse.GetValue(seed), parse.GetValue(Options.Json), stop));
        return governance;
    }

    private static async Task<int> GovernanceAsync(int seed, bool json, CancellationToken stop)
    {
        var start = new DateTimeOffset(YearOfWork.Year, 1, 5, 1, 0, 0, TimeSpan.Zero);
        await using var site = await LedgerSite.OpenAsync(start, stop);
        var outcome = await new YearOfWork(site, seed, stop).PlayAsync();
        if (json)
        {
            JsonOutput.Write(outcome);
            return outcome.AuditHolds ? ExitCodes.Ok : ExitCodes.Finding;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Units} units, {outcome.Places.Count} places, {outcome.Events.Count} events, {outcome.AuditEntries} audit entries: {(outcome.AuditHolds ? "the chain holds" : "the chain is broken")}"));
        foreach (var place in outcome.Places)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{place.Rank,2}. {DivisionCatalogue.Load(Folders.Divisions).FullNameZh(DivisionCode.Parse(place.Division))}  {place.Total:0.00}  {string.Join("  ", place.Figures.Select(figure => $"{figure.Name}{figure.Value:0}"))}  {(place.ReportInTime ? "报告按时" : "报告迟到")}"));
        return outcome.AuditHolds ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
