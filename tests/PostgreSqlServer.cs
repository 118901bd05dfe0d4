using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Cradle.Tests;

/// <summary>
/// A PostgreSQL 15 server of the tests' own, in a temporary folder and gone afterwards. Use it as an assembly fixture. Where the
/// binaries are absent, <see cref="WhyMissing"/> says so and the tests that need it skip with that reason.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private static int databases;
    private readonly ConcurrentDictionary<string, Lazy<Task>> originals = new();
    private DirectoryInfo? folder;
    private int port;

    public string? WhyMissing { get; } = File.Exists(Path.Combine(Binaries, "initdb")) ? null : $"PostgreSQL 15 is not installed in {Binaries}";

    public async ValueTask InitializeAsync()
    {
        if (WhyMissing is not null)
        {
            return;
        }

        folder = Directory.CreateTempSubdirectory("cradle-postgresql-");
        port = FreePort();
        var data = Path.Combine(folder.FullName, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", folder.FullName]);
        }

        await AsServerUserAsync($"{Binaries}/initdb -D {data} -A trust -U postgres --encoding UTF8 --locale C --no-sync");

        // Nothing here has to outlive a power cut, and no database lives long enough to be tidied.
        await AsServerUserAsync(
            $"{Binaries}/pg_ctl -D {data} -l {folder.FullName}/log -w start -o '-p {port} -k {folder.FullName} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off -c max_connections=400'");
    }

    /// <summary>Makes an empty database, or skips the test where there is no server.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        Assert.SkipWhen(WhyMissing is not null, WhyMissing ?? "");
        return await CreateAsync(NextName(), "template1");
    }

    /// <summary>Copies a database that the first who asks for it fills, or skips the test where there is no server.</summary>
    /// <param name="original">Its name.</param>
    /// <param name="fill">Fills it, given a connection string to it.</param>
    public async Task<string> CopyDatabaseAsync(string original, Func<string, Task> fill)
    {
        Assert.SkipWhen(WhyMissing is not null, WhyMissing ?? "");
        await originals.GetOrAdd(original, name => new Lazy<Task>(async () =>
            // a connection that a pool keeps open would forbid the copy
            await fill(new NpgsqlConnectionStringBuilder(await CreateAsync(name, "template1")) { Pooling = false }.ToString()))).Value;
        return await CreateAsync(NextName(), original);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await AsServerUserAsync($"{Binaries}/pg_ctl -D {folder.FullName}/data -m immediate -w stop");
        folder.Delete(recursive: true);
    }

    private static string NextName() => $"test_{Interlocked.Increment(ref databases)}";

    private async Task<string> CreateAsync(string name, string template)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        // the other strategy writes every page of it into the log as well, which takes twice the time
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    // What a test leaves open is closed soon: the connections of all tests together would be more than the server takes.
    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = port, Username = "postgres", Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 2,
    }.ToString();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root.
    private static Task AsServerUserAsync(string command) =>
        Environment.IsPrivilegedProcess
            ? RunAsync("su", ["postgres", "-s", "/bin/bash", "-c", command])
            : RunAsync("/bin/bash", ["-c", command]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // pg_ctl's server inherits the streams, so reading them to the end would wait for the server to end.
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
