using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Cli.Governance;

/// <summary><c>cradle bench board</c>: how long a leader's board takes over a full ledger of many places and years, in this process.</summary>
internal static class BenchBoardCommand
{
    private const int TasksOfPlan = 31;
    private const int Rounds = 40;
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly string[] States = ["Assigned", "InProgress", "InProgress", "InProgress", "AtRisk", "CompletionClaimed", "ClosedOut", "ClosedOut"];

    public static Command Create()
    {
        var divisions = new Option<int>("--divisions") { Description = "How many places keep a ledger.", DefaultValueFactory = _ => 300 };
        var years = new Option<int>("--years") { Description = "How many yearly plans each has.", DefaultValueFactory = _ => 3 };
        var connection = StateDatabase.Connection();
        var command = new Command("board", "The leader's board and the lists behind it, over a full ledger in SQLite or, with --connection, in an empty PostgreSQL database.") { divisions, years, connection, Options.Json };
        command.SetAction((parse, stop) => RunAsync(parse.GetValue(divisions), parse.GetValue(years), parse.GetValue(connection), parse.GetValue(Options.Json), stop));
        return command;
    }

    private static async Task<int> RunAsync(int divisions, int years, string? connection, bool json, CancellationToken stop)
    {
        var places = DivisionCatalogue.Load(Folders.Divisions).All.Select(division => division.Code).Where(code => code.Level >= DivisionLevel.Prefecture || code.ToString() is "14" or "22" or "62")
            .Order().Take(divisions).ToList();
        if (places.Count < divisions || years < 1)
            throw new UsageException($"--divisions and --years: from 1; {places.Count} places are on file in data/divisions.");
        await using var site = await LedgerSite.OpenAsync(new DateTimeOffset(Day, new TimeOnly(1, 0), TimeSpan.Zero), stop, connection);
        if (await site.InDatabaseAsync(database => database.Set<KeyTask>().AnyAsync(stop)))
            throw new UsageException("--connection: the database holds tasks already; name an empty one, which is filled and left as it is.");
        var tasks = await site.InDatabaseAsync(database => FillAsync(database, places, years, stop));
        var rows = await site.InDatabaseAsync(database => CountAsync(database, stop));
        Timing[] timings =
        [
            await MeasureAsync("board of the nation", site, board => board.ReadAsync(DivisionCode.Nation, null, stop)),
            await MeasureAsync("board of the nation, one year", site, board => board.ReadAsync(DivisionCode.Nation, Day.Year, stop)),
            await MeasureAsync("board of a province", site, board => board.ReadAsync(DivisionCode.Parse("62"), null, stop)),
            await MeasureAsync("board of a city", site, board => board.ReadAsync(DivisionCode.Parse("2201"), null, stop)),
            await MeasureAsync("list of what is late in a province", site, board => board.List(new TaskFilter { Division = DivisionCode.Parse("62"), Late = true }).Take(50).ToListAsync(stop)),
        ];
        if (json)
            JsonOutput.Write(new { Divisions = places.Count, Years = years, Tasks = tasks, Counts = rows, Timings = timings });
        else
            Write(places.Count, tasks, rows, timings);
        return ExitCodes.Ok;
    }

    private static void Write(int divisions, int tasks, int counts, Timing[] timings)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{divisions} places, {tasks} tasks, {counts} counts"));
        foreach (var timing in timings)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{timing.What,-36} median {timing.MedianMilliseconds,6:0.0} ms   p95 {timing.P95Milliseconds,6:0.0} ms"));
    }

    // By statements: what a benchmark makes up has no author, and the ledger refuses changes without one.
    private static async Task<int> FillAsync(PlatformDbContext database, List<DivisionCode> places, int years, CancellationToken stop)
    {
        await database.Database.OpenConnectionAsync(stop);
        var connection = database.Database.GetDbConnection();
        var isSqlite = connection is SqliteConnection;
        object Key(Guid id) => isSqlite ? id.ToString().ToUpperInvariant() : id;
        object Date(DateOnly day) => isSqlite ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;
        var random = new Random(20261102);
        var number = 0;
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var task = Statement(connection, transaction,
            "INSERT INTO key_tasks (id, division, document, clause, year, number, part, title, text, units_as_given, duty, deadline_as_given, deadline_kind, original_deadline, deadline, remark, state, version) "
            + "VALUES (@id, @division, '001', CAST(@number AS text), @year, @number, @part, '任务', '', '', 'ByDuties', '', 'Day', @deadline, @deadline, '', @state, 1)", ("id", Key(Guid.Empty)), ("division", 0), ("number", 0), ("year", 0), ("part", ""), ("deadline", Date(Day)), ("state", ""));
        await using var unit = Statement(connection, transaction, $"INSERT INTO task_assignments (id, task_id, unit, leads, \"order\") VALUES (@id, @task, @unit, {(isSqlite ? "0" : "false")}, @order)", ("id", Key(Guid.Empty)), ("task", Key(Guid.Empty)), ("unit", ""), ("order", 0));
        foreach (var place in places)
            for (var year = Day.Year - years + 1; year <= Day.Year; year++)
                for (var row = 1; row <= TasksOfPlan; row++)
                {
                    var id = Key(Guid.CreateVersion7());
                    var deadline = new DateOnly(year, random.Next(1, 13), 28);
                    Run(task, id, place.Packed, row, year, $"{"一二三四五六七"[row % 7]}、部分", random.Next(3) == 0 ? DBNull.Value : Date(deadline), States[random.Next(States.Length)]);
                    for (var owing = 0; owing < 4; owing++)
                        Run(unit, Key(Guid.CreateVersion7()), id, $"单位{(row * 5 + owing * 7) % 27}", owing);
                    number++;
                }

        await transaction.CommitAsync(stop);
        return number;
    }

    // A value of each parameter tells its type.
    private static DbCommand Statement(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Like)[] parameters)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var (name, like) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, like);
            parameter.DbType = parameter.DbType;   // keeps the type where a value is missing
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Run(DbCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    // What the events of all these tasks would have left behind, in one go; tests prove the events themselves.
    private static async Task<int> CountAsync(PlatformDbContext database, CancellationToken stop)
    {
        const string Standing = "CASE state WHEN 'ClosedOut' THEN 3 WHEN 'AtRisk' THEN 1 WHEN 'CompletionClaimed' THEN 2 ELSE 0 END, coalesce(deadline, '9999-12-31')";
        const string Columns = "INSERT INTO board_counts (division, reach, year, scope, name, standing, deadline, tasks) ";
        await database.Database.ExecuteSqlRawAsync(Columns + $"SELECT division, 0, year, 0, part, {Standing}, count(*) FROM key_tasks GROUP BY 1, 3, 5, 6, 7", stop);
        await database.Database.ExecuteSqlRawAsync(
            Columns + $"SELECT division, 0, year, 1, unit, {Standing}, count(*) FROM key_tasks JOIN task_assignments ON task_assignments.task_id = key_tasks.id GROUP BY 1, 3, 5, 6, 7", stop);
        await database.Database.ExecuteSqlRawAsync(
            "WITH place AS (SELECT DISTINCT division AS below FROM key_tasks), chain AS (SELECT below, below AS above FROM place UNION SELECT below, below / 100 * 100 FROM place UNION SELECT below, below / 10000 * 10000 FROM place UNION SELECT below, 1 FROM place) "
            + Columns + "SELECT above, 1, year, scope, name, standing, deadline, sum(tasks) FROM board_counts JOIN chain ON below = division WHERE reach = 0 GROUP BY above, year, scope, name, standing, deadline", stop);
        var at = Day.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc);
        await database.Database.ExecuteSqlAsync($"INSERT INTO board_heads (division, version, at) SELECT DISTINCT division, 1, {at} FROM key_tasks", stop);
        await database.Database.ExecuteSqlRawAsync("ANALYZE", stop);
        return await database.Set<BoardCount>().CountAsync(stop);
    }

    private static async Task<Timing> MeasureAsync<TResult>(string what, LedgerSite site, Func<BoardService, Task<TResult>> read)
    {
        var times = new double[Rounds];
        for (var round = -5; round < Rounds; round++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var board = scope.ServiceProvider.GetRequiredService<BoardService>();
            var start = Stopwatch.GetTimestamp();
            await read(board);
            if (round >= 0)
                times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new Timing(what, Math.Round(times[Rounds / 2], 2), Math.Round(times[Rounds * 95 / 100], 2));
    }

    private sealed record Timing(string What, double MedianMilliseconds, double P95Milliseconds);
}
