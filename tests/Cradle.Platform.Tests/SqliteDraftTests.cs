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
        await InDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2020-01-01 00:00:00+00:00')", TestContext.Current.CancellationToken));
        var start = StartNodeAsync();
        Assert.Same(start, await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)));
        await (await start).DisposeAsync();
    }
}
