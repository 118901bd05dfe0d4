using System.CommandLine;
using Cradle.Platform;
using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Cli;

/// <summary>The database of a site, and its state folder, as the options of a command name them.</summary>
internal static class StateDatabase
{
    public static Option<string> State() => new("--state") { Description = "The state folder: the SQLite database, the keys and the checkpoints.", HelpName = "FOLDER", DefaultValueFactory = _ => "state" };

    public static Option<string?> Connection() => new("--connection") { Description = "PostgreSQL instead, by its connection string.", HelpName = "STRING" };

    public static Option<string?> Keys() => new("--keys") { Description = "The folder of the keys, where it is not the state folder's own.", HelpName = "FOLDER" };

    /// <summary>What the site would be told.</summary>
    public static IOptions<PlatformOptions> PlatformOptions(string state, string? keys = null)
    {
        var options = new PlatformOptions { State = Path.GetFullPath(state) };
        if (keys is not null)
            options.KeysFolder = Path.GetFullPath(keys);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    /// <summary>Opens the database.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static PlatformDbContext Open(string state, string? connection)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        if (connection is not null)
        {
            PostgreSqlProvider.Use(options, connection, InstalledModules.Mappings);
            return new PlatformDbContext(options.Options);
        }

        var file = Path.Combine(Path.GetFullPath(state), SqliteProvider.FileName);
        if (!File.Exists(file))
            throw new UsageException($"There is no database {file}. Name the state folder by --state, or a PostgreSQL database by --connection.");
        SqliteProvider.Use(options, file, InstalledModules.Mappings);
        return new PlatformDbContext(options.Options);
    }
}
