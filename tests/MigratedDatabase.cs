using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Tests;

/// <summary>Databases on which the migrations have run: once in a process of tests, and copied from there. What starts on a copy finds what a second start finds.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<byte[]> SqliteFile = new(MakeSqliteFile);

    /// <summary>Puts a SQLite file into a state folder, before what keeps its state there starts.</summary>
    public static void PutInto(string state) => File.WriteAllBytes(Path.Combine(state, SqliteProvider.FileName), SqliteFile.Value);

    /// <summary>Makes a database on the server, or skips the test where there is none.</summary>
    public static Task<string> CreateMigratedDatabaseAsync(this PostgreSqlServer server) => server.CopyDatabaseAsync("migrated", async connection =>
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        PostgreSqlProvider.Use(options, connection, InstalledModules.Mappings);
        await using var database = new PlatformDbContext(options.Options);
        await database.Database.MigrateAsync();
    });

    private static byte[] MakeSqliteFile()
    {
        var folder = Directory.CreateTempSubdirectory("cradle-migrated-");
        var file = Path.Combine(folder.FullName, SqliteProvider.FileName);
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        SqliteProvider.Use(options, file, InstalledModules.Mappings);
        using (var database = new PlatformDbContext(options.Options))
        {
            database.Database.Migrate();
            SqliteConnection.ClearPool((SqliteConnection)database.Database.GetDbConnection());   // all that was written is in the file once nobody has it open
        }

        var content = File.ReadAllBytes(file);
        folder.Delete(recursive: true);
        return content;
    }
}
