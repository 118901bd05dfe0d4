using System.CommandLine;
using System.Globalization;
using Cradle.Cli.Drills;

namespace Cradle.Cli.Benchmarks.Load;

/// <summary><c>cradle bench load</c>: families send newborn forms and read pages at a fixed rate, whether or not the site keeps up.</summary>
internal static class BenchLoadCommand
{
    private const int UsualSubmissions = 50;
    private const int UsualReads = 500;
    private const int UsualPeople = 100;
    private static readonly int UsualSeconds = (int)TimeSpan.FromMinutes(1).TotalSeconds;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long requests arrive.", HelpName = "N", DefaultValueFactory = _ => UsualSeconds };
        var submissions = new Option<int>("--submissions") { Description = "Forms a second, each opened and sent.", HelpName = "N", DefaultValueFactory = _ => UsualSubmissions };
        var reads = new Option<int>("--reads") { Description = "Pages and answers of the API a second.", HelpName = "N", DefaultValueFactory = _ => UsualReads };
        var people = new Option<int>("--people") { Description = "Families that have signed in before it begins.", HelpName = "N", DefaultValueFactory = _ => UsualPeople };
        var connection = new Option<string?>("--connection") { Description = "PostgreSQL instead of SQLite: a server on which a database is made for this and dropped afterwards.", HelpName = "STRING" };
        var command = new Command("load", "Newborn forms and reads at a fixed rate over HTTP, at a site of its own in another process: latencies from the moment a request was due, errors, what was kept.") { seconds, submissions, reads, people, connection, Options.Json };
        command.SetAction((parse, stop) => RunAsync(
            new LoadPlan(parse.GetValue(seconds), parse.GetValue(submissions), parse.GetValue(reads), parse.GetValue(people)), parse.GetValue(connection), parse.GetValue(Options.Json), stop));
        return command;
    }

    private static async Task<int> RunAsync(LoadPlan plan, string? connection, bool json, CancellationToken stop)
    {
        if (plan.Seconds < 1 || plan.People < 1 || plan.Submissions < 0 || plan.Reads < 0 || plan.Submissions + plan.Reads == 0)
            throw new UsageException("--seconds and --people take 1 or more, --submissions and --reads 0 or more and not both 0.");
        await using var databases = await DrillDatabases.MakeAsync(connection, stop);
        await using var site = await LoadSite.StartAsync(databases.Site, plan.People, stop);
        using var families = await LoadFamilies.SignInAsync(site.Address, LoadSite.NamesOf(plan.People), stop);
        await families.WarmUpAsync(plan.WarmUps, stop);
        var before = (Site: site.Processor, Own: Environment.CpuUsage.TotalTime);
        var run = await OpenLoop.RunAsync(plan, families, stop);
        var used = (Site: (site.Processor - before.Site) / run.Took, Own: (Environment.CpuUsage.TotalTime - before.Own) / run.Took);
        var report = new LoadReport(databases.Site is null ? "SQLite" : "PostgreSQL", plan, run, used.Site, used.Own, await site.CountAsync(families.Receipts, run, stop));
        if (json)
            JsonOutput.Write(report.ForJson());
        else
            foreach (var line in report.Lines())
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}"));
        return report.HasErrors ? ExitCodes.Finding : ExitCodes.Ok;
    }
}
