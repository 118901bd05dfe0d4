using System.CommandLine;
using System.Globalization;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;
using Cradle.Allocation.Matching.Tables;

namespace Cradle.Cli.Allocation;

/// <summary><c>cradle match</c>: who gets which place; and <c>cradle match verify</c>, which checks an assignment on its own.</summary>
internal static class MatchCommand
{
    private const int MostWithdrawn = 20;
    private static readonly Option<string> Applicants = new("--applicants") { Description = "Table: applicant, preferences.", HelpName = "A.csv", Required = true };
    private static readonly Option<string> Institutions = new("--institutions") { Description = "Table: institution, capacity, priority or score columns.", HelpName = "B.csv", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the lots; 0 when left out.", HelpName = "S" };

    private static readonly Option<string?> Together = new("--together") { Description = "Column of A.csv: applicants with one value there get places at one institution, or none.", HelpName = "COLUMN" };
    private static readonly Option<GroupPriority> Priority = new("--group-priority") { Description = "Where those kept together stand: with their best member, or with their worst.", HelpName = "best|worst" };

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Folder for assignment.csv, certificate.json and the lists.", HelpName = "DIR", Required = true };
        var keep = new Option<string?>("--keep") { Description = "An earlier assignment.csv: after withdrawals only freed places are passed on.", HelpName = "FILE" };
        var command = new Command("match", "Gives places to applicants so that nobody can rightly complain.") { Applicants, Institutions, Seed, Together, Priority, output, keep, Options.Json };
        command.Subcommands.Add(Verify());
        command.SetAction((parse, cancellation) => Interruptible.Run(() => Guard(parse, () => Match(parse, parse.GetValue(output)!, parse.GetValue(keep), cancellation))));
        return command;
    }

    private static Command Verify()
    {
        var file = new Option<string>("--assignment") { Description = "The assignment to check.", HelpName = "FILE", Required = true };
        var command = new Command("verify", "Checks an assignment against the tables alone: capacities, lists, blocking pairs.") { Applicants, Institutions, Seed, Together, Priority, file, Options.Json };
        command.SetAction(parse => Guard(parse, () => Check(parse, parse.GetValue(file)!)));
        return command;
    }

    private static int Guard(ParseResult parse, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (InputException exception)
        {
            return InputReport.Refuse(exception, parse.GetValue(Options.Json));
        }
    }

    private static MarketTables Read(ParseResult parse) =>
        MarketReader.Read(parse.GetValue(Applicants)!, parse.GetValue(Institutions)!, parse.GetValue(Seed), parse.GetValue(Together), parse.GetValue(Priority));

    private static int Match(ParseResult parse, string output, string? keep, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        OutputFolder.Checked(output);
        var tables = Read(parse);
        var read = TimeProvider.System.GetElapsedTime(start);
        var assignment = keep is null ? DeferredAcceptance.Run(tables.Market, cancellation) : VacancyChain.Run(tables.Market, Kept(keep, tables.Market));
        var matched = TimeProvider.System.GetElapsedTime(start) - read;
        var certificate = new Certificate(parse.GetValue(Applicants)!, parse.GetValue(Institutions)!, parse.GetValue(Seed), keep is null ? "deferredAcceptance" : "vacancyChain", parse.GetValue(Together));
        var passedOver = StabilityCheck.PassedOver(tables.Market, assignment).Select(objection => objection.Applicant).Distinct().Count();
        // a new run has none; a kept assignment may, where others have applied since
        var objections = keep is null ? 0 : StabilityCheck.Objections(tables.Market, assignment).Count();
        new MatchOutput(output, tables, assignment, passedOver).Write(certificate);
        var summary = new
        {
            Applicants = tables.Market.Applicants.Count,
            Institutions = tables.Market.Institutions.Count,
            Placed = assignment.Placed,
            FirstChoice = assignment.Choices.Count(0),
            tables.NotListed,
            GroupsPassedOver = passedOver,
            Objections = objections,
            Seed = parse.GetValue(Seed),
            ReadSeconds = Math.Round(read.TotalSeconds, 3),
            MatchSeconds = Math.Round(matched.TotalSeconds, 3),
            Seconds = Math.Round(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 3),
        };
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(summary);
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{summary.Placed} of {summary.Applicants} applicants placed, {summary.FirstChoice} at their first choice; {summary.NotListed} preferences where the applicant is not on the list{(tables.Market.Leaders is null ? "" : $"; {summary.GroupsPassedOver} groups passed over")}{(objections == 0 ? "" : $"; {objections} objections, which cradle match verify names")}"));
        return ExitCodes.Ok;
    }

    private static Assignment Kept(string file, Market market)
    {
        var withdrawn = new List<InputProblem>();
        var kept = AssignmentFile.Read(file, market, withdrawn);
        foreach (var line in withdrawn.Take(MostWithdrawn))
            Console.Error.WriteLine($"{line}: taken as withdrawn");
        if (withdrawn.Count > MostWithdrawn)
            Console.Error.WriteLine($"… and {withdrawn.Count - MostWithdrawn} more taken as withdrawn");
        return kept;
    }

    private static int Check(ParseResult parse, string file)
    {
        var tables = Read(parse);
        var assignment = AssignmentFile.Read(file, tables.Market);
        var objections = StabilityCheck.Objections(tables.Market, assignment).ToList();
        var passedOver = StabilityCheck.PassedOver(tables.Market, assignment).ToList();
        foreach (var objection in objections.Concat(passedOver))
            Console.Error.WriteLine($"{objection.Applicant} {objection.Institution}: {objection.Reason}");
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new { Stable = objections.Count == 0 && passedOver.Count == 0, Objections = objections, PassedOver = passedOver });
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{objections.Count} objections{(tables.Market.Leaders is null ? "" : $"; groups passed over {passedOver.Count} times")}"));
        return objections.Count == 0 ? ExitCodes.Ok : ExitCodes.Finding;
    }
}
