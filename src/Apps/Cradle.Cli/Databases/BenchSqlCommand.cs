using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Cradle.Cli.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql;
using Npgsql;

namespace Cradle.Cli.Databases;

/// <summary><c>cradle bench sql --connection C</c>: how long PostgreSQL takes to answer every quantity for the families in its tables, and what it comes to.</summary>
internal static class BenchSqlCommand
{
    public static Command Create()
    {
        var connection = new Option<string>("--connection") { Description = "The database, e.g. Host=127.0.0.1;Username=cradle;Database=population.", HelpName = "TEXT", Required = true };
        var command = new Command("sql", "All quantities for the families in PostgreSQL: seconds, answers, totals.") { connection, Options.AsOf, Options.Pack, Options.Json };
        command.SetAction((parse, cancellation) => RunAsync(
            PolicyFolder.ReadSound(parse.GetValue(Options.Pack)), parse.GetRequiredValue(connection), parse.GetValue(Options.AsOf) ?? Options.Today, parse.GetValue(Options.Json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(PolicyFolder folder, string connection, DateOnly asOf, bool json, CancellationToken cancellation)
    {
        var sql = new PolicySql(folder.Compile(), asOf);
        try
        {
            await using var database = PopulationDatabase.Open(connection);
            var start = Stopwatch.GetTimestamp();
            var totals = await database.TotalsAsync(sql, [.. sql.Keys], null, cancellation);
            Print(sql, totals, await database.CountAsync(cancellation), Stopwatch.GetElapsedTime(start), json);
            return ExitCodes.Ok;
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException)
        {
            Console.Error.WriteLine($"The database does not answer: {exception.Message}. `cradle policy sql --ddl` prints the tables it must hold.");
            return ExitCodes.BadUsage;
        }
    }

    private static void Print(PolicySql sql, Totals totals, long families, TimeSpan time, bool json)
    {
        var rows = sql.Keys.Select(key => (Key: key.ToString(), Tally: totals.Of(key))).Select(item => new
        {
            item.Key,
            Entitled = item.Tally.Count(OutcomeStatus.Entitled),
            Total = item.Tally.Sum(OutcomeStatus.Entitled).ToString(CultureInfo.InvariantCulture),
            Yes = item.Tally.Count(FourAnswers.Yes), No = item.Tally.Count(FourAnswers.No),
            Unknown = item.Tally.Count(FourAnswers.Unknown), Conflict = item.Tally.Count(FourAnswers.Conflict),
        }).ToList();
        var answers = rows.Sum(row => row.Yes + row.No + row.Unknown + row.Conflict);
        if (json)
        {
            JsonOutput.Write(new { Families = families, Seconds = Math.Round(time.TotalSeconds, 3), Answers = answers, Totals = rows });
            return;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{families} families, {answers} answers, {time.TotalSeconds:0.000} s, {families / time.TotalSeconds:0} families/s"));
        foreach (var row in rows)
            Console.WriteLine($"{row.Key}: entitled {row.Entitled}, total {row.Total}; yes {row.Yes}, no {row.No}, unknown {row.Unknown}, conflict {row.Conflict}");
    }
}
