using System.Diagnostics;
using Npgsql;

namespace Cradle.Modules.Tests;

/// <summary>Two processes of the site on one PostgreSQL: one is killed in the midst of a job, and the other goes on with it.</summary>
public sealed class TakeOverTests(PostgreSqlServer server) : IDisposable
{
    private const string Sweep = "platform.draft-sweep";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("cradle-takeover-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_node_was_at_is_taken_over_by_another()
    {
        var connection = await server.CreateMigratedDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(connection);
        using var killed = Start(connection);
        try
        {
            await HoldsAsync(database, $"SELECT EXISTS (SELECT FROM qrtz_triggers WHERE job_name = '{Sweep}')");
            await using (var blocking = await database.OpenConnectionAsync(Stop))
            await using (var hold = await blocking.BeginTransactionAsync(Stop))
            {
                await using var command = new NpgsqlCommand("LOCK TABLE drafts IN ACCESS EXCLUSIVE MODE", blocking, hold);
                await command.ExecuteNonQueryAsync(Stop);
                await HoldsAsync(database, $"SELECT EXISTS (SELECT FROM qrtz_fired_triggers WHERE job_name = '{Sweep}' AND state = 'EXECUTING')");
                killed.Kill();
                await killed.WaitForExitAsync(Stop);
            }

            Assert.True(await AskAsync(database, $"SELECT EXISTS (SELECT FROM qrtz_fired_triggers WHERE job_name = '{Sweep}')"));   // the dead node still has it
            await using var left = database.CreateCommand($"INSERT INTO drafts VALUES ('{Guid.NewGuid()}', 'tests', '\\x00', '2020-01-01Z', '2020-02-01Z', 1)");
            await left.ExecuteNonQueryAsync(Stop);
            using var heir = Start(connection);
            try
            {
                await HoldsAsync(database, "SELECT NOT EXISTS (SELECT FROM drafts)");
            }
            finally
            {
                heir.Kill();
            }
        }
        finally
        {
            if (!killed.HasExited)
                killed.Kill();
        }
    }

    public void Dispose() => state.Delete(recursive: true);

    private Process Start(string connection)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--contentRoot", Repository.PathOf("src", "Apps", "Cradle.Web")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in new[]
        {
            ("ConnectionStrings__Cradle", connection), ("Cradle__State", state.FullName), ("Policies__Folder", Repository.PathOf("policies")), ("Logging__LogLevel__Default", "None"),
            ("Cradle__Drafts__SweepEvery", "00:00:01"), ("Cradle__Jobs__CheckInEvery", "00:00:01"), ("Cradle__Jobs__GoneAfter", "00:00:02"),
        })
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task HoldsAsync(NpgsqlDataSource database, string question)
    {
        var watch = Stopwatch.StartNew();
        while (!await AskAsync(database, question))
        {
            Assert.True(watch.Elapsed < Patience, question);
            await Task.Delay(200, Stop);
        }
    }

    private static async Task<bool> AskAsync(NpgsqlDataSource database, string question)
    {
        try
        {
            await using var command = database.CreateCommand(question);
            return await command.ExecuteScalarAsync(Stop) is true;
        }
        catch (PostgresException absent) when (absent.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;   // the first start makes the tables
        }
    }
}
