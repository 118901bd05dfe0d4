using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Tests;

public sealed class SqliteDraftTests() : DraftTests(new TestDatabase.Sqlite())
{
    [Fact]
    public async Task The_file_stands_in_the_state_folder_in_WAL_mode()
    {
        Assert.True(File.Exists(Path.Combine(StateFolder, "cradle.db")));
        Assert.Equal("wal", await InDatabaseAsync(database =>
            database.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode()").SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_stop_the_next_start()
    {
        var killed = Directory.CreateDirectory(Path.Combine(StateFolder, "killed")).FullName;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(killed, "cradle.db")};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2020-01-01 00:00:00+00:00')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var start = (await OnEmptyDatabaseAsync(killed))();
        Assert.Same(start, await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)));
        await (await start).DisposeAsync();
    }
}
