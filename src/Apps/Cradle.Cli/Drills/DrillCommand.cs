using System.CommandLine;
using Cradle.Cli.Governance;

namespace Cradle.Cli.Drills;

/// <summary><c>cradle drill births</c>: breaks everything that can break under real processes, and counts afterwards.</summary>
internal static class DrillCommand
{
    private const int UsualCases = 200;
    private const int UsualKills = 8;

    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many forms are sent.", HelpName = "N", DefaultValueFactory = _ => UsualCases };
        var seed = new Option<int>("--seed") { Description = "The chance by which processes are killed and answers doubled, delayed and reordered.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var state = new Option<string?>("--state") { Description = "An empty folder for the two databases; a temporary one that is removed unless named.", HelpName = "FOLDER" };
        var kills = new Option<int>("--kills") { Description = "How many times at least a process is killed.", HelpName = "N", DefaultValueFactory = _ => UsualKills };
        var connection = new Option<string?>("--connection") { Description = "PostgreSQL instead of SQLite: a server on which two databases are made for the drill and dropped afterwards.", HelpName = "STRING" };
        var births = new Command("births", "Newborn cases while site and department are killed, are away, and answers come doubled, late and out of order: 0 lost, 0 doubled.") { cases, seed, kills, state, connection };
        births.SetAction((parse, cancellation) => RunAsync(new DrillPlan(parse.GetValue(cases), parse.GetValue(seed), parse.GetValue(kills)), parse.GetValue(state), parse.GetValue(connection), cancellation));
        return new Command("drill", "Work and faults on purpose, with proof afterwards.") { births, GovernanceDrill.Create() };
    }

    private static async Task<int> RunAsync(DrillPlan plan, string? state, string? connection, CancellationToken cancellation)
    {
        if (plan.Cases < 1 || plan.Kills < 0)
            throw new UsageException("--cases takes a number of 1 or more, --kills of 0 or more.");
        if (state is not null && Directory.Exists(state) && Directory.EnumerateFileSystemEntries(state).Any())
            throw new UsageException($"{state} is not empty; a drill begins with nothing.");
        var folder = Directory.CreateDirectory(state ?? Path.Combine(Path.GetTempPath(), $"cradle-drill-{Guid.NewGuid():N}"));
        try
        {
            await using var databases = await DrillDatabases.MakeAsync(connection, cancellation);
            var result = await new BirthsDrill(folder.FullName, plan, databases).RunAsync(cancellation);
            foreach (var line in result.Lines)
                Console.WriteLine(line);
            return result.Passed ? ExitCodes.Ok : ExitCodes.Finding;
        }
        finally
        {
            if (state is null)
                folder.Delete(recursive: true);
        }
    }
}
