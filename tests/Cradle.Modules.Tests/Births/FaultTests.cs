using Cradle.Births.Cases;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Births;

/// <summary>The embedded database locked by somebody else, and the disk full.</summary>
public sealed class FaultTests() : CaseSuite(null)
{
    [Fact]
    public async Task A_form_sent_while_the_database_is_locked_waits_and_is_kept_once()
    {
        var key = Guid.NewGuid();
        await using var blocker = new SqliteConnection(await InDatabaseAsync(database => Task.FromResult(database.Database.GetConnectionString())));
        await blocker.OpenAsync(Stop);
        await ExecuteAsync(blocker, "BEGIN IMMEDIATE");
        var sending = Task.Run(() => TrySubmitAsync(Form(), key), Stop);
        await Task.Delay(800, Stop);
        Assert.False(sending.IsCompleted);
        await ExecuteAsync(blocker, "COMMIT");
        var (cases, error) = await sending;
        Assert.Null(error);
        Assert.Equal(cases[0].Number, (await TrySubmitAsync(Form(), key)).Cases[0].Number);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_half_written_and_the_same_form_is_taken_when_there_is_room_again()
    {
        var key = Guid.NewGuid();
        var triplets = Form() with { Children = [new("大宝", Sex.Female, "A260000001"), new("二宝", Sex.Male, "A260000002"), new("小宝", Sex.Male, "A260000003")] };
        var thrown = await AsFamilyAsync(async services =>
        {
            var database = services.GetRequiredService<PlatformDbContext>();
            await database.Database.OpenConnectionAsync(Stop);
            await database.Database.ExecuteSqlRawAsync("VACUUM", Stop);
            await database.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1", Stop);   // the file may not grow any more
            var full = await Record.ExceptionAsync(() => services.GetRequiredService<CaseIntake>().SubmitAsync(key, triplets, Stop));
            await database.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1073741823", Stop);
            return full;
        });
        Assert.Equal(13, Assert.IsType<SqliteException>(thrown!.GetBaseException()).SqliteErrorCode);   // SQLITE_FULL
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await InDatabaseAsync(database => database.Submissions.CountAsync(Stop)));
        Assert.Equal(3, (await TrySubmitAsync(triplets, key)).Cases.Count);
        Assert.True(await AuditHoldsAsync());
    }

    private Task<int> CountAsync() => InDatabaseAsync(database => database.Set<JointCase>().CountAsync(Stop));

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
