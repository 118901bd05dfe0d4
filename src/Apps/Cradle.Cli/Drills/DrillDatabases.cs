using Npgsql;

namespace Cradle.Cli.Drills;

/// <summary>The two PostgreSQL databases of a drill, made for it and dropped afterwards; none where it runs on SQLite.</summary>
internal sealed class DrillDatabases : IAsyncDisposable
{
    private readonly string? server;
    private readonly string[] names;

    private DrillDatabases(string? server, params string[] names) => (this.server, this.names) = (server, names);

    /// <summary>The connection of the site; null on SQLite.</summary>
    public string? Site => ConnectionTo(0);

    /// <summary>The connection of the department; null on SQLite.</summary>
    public string? Department => ConnectionTo(1);

    /// <exception cref="UsageException">The server does not answer.</exception>
    public static async Task<DrillDatabases> MakeAsync(string? connection, CancellationToken cancellation)
    {
        if (connection is null)
            return new(null);
        var run = Guid.NewGuid().ToString("N")[..8];
        var databases = new DrillDatabases(connection, $"cradle_drill_site_{run}", $"cradle_drill_department_{run}");
        try
        {
            foreach (var name in databases.names)
                await databases.ExecuteAsync($"CREATE DATABASE {name}", cancellation);
            return databases;
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException)
        {
            throw new UsageException($"The server does not answer, or does not let this account make databases: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in names)
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    private string? ConnectionTo(int index) => server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = names[index], MaxPoolSize = 30 }.ToString();

    private async Task ExecuteAsync(string statement, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
