using System.Diagnostics;
using Cradle.Cli.Databases;
using Cradle.Cli.Policies;
using Cradle.Rules.Populations;
using Cradle.Rules.Sql;
using Npgsql;

namespace Cradle.Cli.Benchmarks;

/// <summary>The shared rule set inside PostgreSQL: fills tables with the households, asks one statement for all totals, and empties them again.</summary>
internal static class RulesInSql
{
    /// <summary>Runs it in a schema of its own, so that no table of the database is touched.</summary>
    /// <exception cref="UsageException">The database does not answer.</exception>
    public static async Task<SqlReport> RunAsync(PolicyFolder policies, HouseholdFiles files, string connection, CancellationToken cancellation)
    {
        var policy = policies.Compile();
        var sql = new PolicySql(policy, RulesBenchmark.Day);
        try
        {
            await using var server = NpgsqlDataSource.Create(connection);
            var schema = $"cradle_bench_{Guid.NewGuid():N}";
            await ExecuteAsync(server, $"CREATE SCHEMA {schema}", cancellation);
            try
            {
                await using var database = PopulationDatabase.Open(connection, schema);
                var start = Stopwatch.GetTimestamp();
                var households = Households.Read(files, policies.Pack.Vocabulary, RulesBenchmark.ProvincesOf(policies.Pack), 0, checked((int)files.Households), 0);
                await database.CreateAsync(policies.Pack.Vocabulary, cancellation);
                await database.LoadAsync(households.Population, cancellation);
                var load = Stopwatch.GetElapsedTime(start);
                start = Stopwatch.GetTimestamp();
                var totals = await database.TotalsAsync(sql, [.. sql.Keys], null, cancellation);
                return new SqlReport(load, Stopwatch.GetElapsedTime(start), RulesBenchmark.TotalsOf(totals));
            }
            finally
            {
                await ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE", CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException)
        {
            throw new UsageException($"The database does not answer: {exception.Message}. --connection names one, e.g. Host=127.0.0.1;Username=cradle;Database=bench.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string text, CancellationToken cancellation)
    {
        await using var command = server.CreateCommand(text);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>What a run inside PostgreSQL took and came to.</summary>
/// <param name="Load">Making and filling the tables.</param>
/// <param name="Calculation">The statement of totals.</param>
/// <param name="Totals">What each output adds up to.</param>
internal sealed record SqlReport(TimeSpan Load, TimeSpan Calculation, IReadOnlyList<RulesTotal> Totals);
