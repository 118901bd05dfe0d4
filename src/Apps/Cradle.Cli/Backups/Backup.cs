using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Cradle.Platform.Protection;
using Cradle.Platform.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cradle.Cli.Backups;

/// <summary>What is copied, and where it is put back.</summary>
internal sealed record BackedUp(string State, string? Connection, string Keys, string Files, string? Tools);

/// <summary>What a backup holds.</summary>
internal sealed record BackupManifest(string Database, IReadOnlyList<BackupFile> Files);

/// <summary>One file of a backup.</summary>
internal sealed record BackupFile(string Path, long Bytes, string Sha256);

/// <summary>A folder with a copy of everything, and a list with the hash of each file, so that a copy that was cut or changed is noticed before it is put back.</summary>
internal sealed class Backup(string folder)
{
    private const string ManifestFile = "manifest.json";
    private const string DumpFile = "database.dump";
    private const string CheckpointFile = "audit-checkpoints.csv";

    public string Folder => folder;

    /// <summary>Takes a copy. The database comes first: what its rows name is then in the folder of files already, which only grows.</summary>
    public async Task<BackupManifest> TakeAsync(BackedUp source, CancellationToken cancellation)
    {
        RefuseUsed(folder);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (source.Connection is { } connection)
            await ToolAsync(source, "pg_dump", connection, ["--format=custom", $"--file={Path.Combine(folder, DumpFile)}"], cancellation);
        else
            await CopySqliteAsync(Path.Combine(source.State, SqliteProvider.FileName), Path.Combine(folder, SqliteProvider.FileName), cancellation);
        KeyFolder.Make(Path.Combine(folder, "keys"));
        Copy(source.Keys, Path.Combine(folder, "keys"));
        Copy(source.Files, Path.Combine(folder, "files"));
        if (File.Exists(Path.Combine(source.State, CheckpointFile)))
            File.Copy(Path.Combine(source.State, CheckpointFile), Path.Combine(folder, CheckpointFile));
        var manifest = new BackupManifest(source.Connection is null ? "sqlite" : "postgresql", [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Describe)]);
        await File.WriteAllTextAsync(Path.Combine(folder, ManifestFile), JsonSerializer.Serialize(manifest, JsonSerializerOptions.Web), cancellation);
        return manifest;
    }

    /// <summary>Puts it back, where nothing stands in the way.</summary>
    /// <exception cref="UsageException">The copy is not whole, or the target is not empty.</exception>
    public async Task PutBackAsync(BackedUp target, CancellationToken cancellation)
    {
        var manifest = ReadWhole();
        if ((manifest.Database == "postgresql") != (target.Connection is not null))
            throw new UsageException($"{folder} is a backup of {manifest.Database}; {(target.Connection is null ? "name the empty PostgreSQL database by --connection" : "leave --connection out")}.");
        foreach (var used in new[] { target.State, target.Keys, target.Files })
            RefuseUsed(used);
        if (target.Connection is { } connection)
        {
            await RefuseTablesAsync(connection, cancellation);
            await ToolAsync(target, "pg_restore", connection, ["--no-owner", "--exit-on-error", "--single-transaction", Path.Combine(folder, DumpFile)], cancellation);
        }

        Directory.CreateDirectory(target.State);
        if (target.Connection is null)
            File.Copy(Path.Combine(folder, SqliteProvider.FileName), Path.Combine(target.State, SqliteProvider.FileName));
        KeyFolder.Make(target.Keys);
        Copy(Path.Combine(folder, "keys"), target.Keys);
        Copy(Path.Combine(folder, "files"), target.Files);
        if (File.Exists(Path.Combine(folder, CheckpointFile)))
            File.Copy(Path.Combine(folder, CheckpointFile), Path.Combine(target.State, CheckpointFile));
    }

    private BackupManifest ReadWhole()
    {
        var path = Path.Combine(folder, ManifestFile);
        if (!File.Exists(path))
            throw new UsageException($"{folder} is no backup: {ManifestFile} is missing.");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        foreach (var file in manifest.Files)
        {
            if (!File.Exists(Path.Combine(folder, file.Path)))
                throw new UsageException($"The backup is not whole: {file.Path} is missing.");
            if (Describe(Path.Combine(folder, file.Path)) != file)
                throw new UsageException($"The backup was changed or cut: {file.Path} is not what was copied.");
        }

        return manifest;
    }

    private BackupFile Describe(string path)
    {
        using var stream = File.OpenRead(path);
        return new BackupFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    // The engine's own copy of one moment: writers go on, and none of what they write meanwhile is half in it.
    private static async Task CopySqliteAsync(string from, string to, CancellationToken cancellation)
    {
        if (!File.Exists(from))
            throw new UsageException($"There is no database {from}. Name the state folder by --state, or a PostgreSQL database by --connection.");
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var copy = connection.CreateCommand();
        copy.CommandText = "VACUUM INTO $to";
        copy.Parameters.AddWithValue("$to", to);
        await copy.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task RefuseTablesAsync(string connection, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var count = source.CreateCommand("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
        if ((long)(await count.ExecuteScalarAsync(cancellation))! > 0)
            throw new UsageException("The database is not empty. Make a new one for the restore; nothing is overwritten.");
    }

    private static void RefuseUsed(string path)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new UsageException($"{path} is not empty; nothing is overwritten. Name another folder, or move this one away.");
    }

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".part" or ".swept" or ".tmp" or ".lock")))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // The password goes by the environment: an argument could be read by everybody on the machine.
    private static async Task ToolAsync(BackedUp of, string tool, string connection, string[] arguments, CancellationToken cancellation)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(of.Tools is { } tools ? Path.Combine(tools, tool) : tool, [$"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}", $"--dbname={to.Database}", "--no-password", .. arguments]) { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = to.Password ?? "";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new UsageException($"{tool} is not found. It comes with PostgreSQL; name its folder by --tools.");
        }

        using (process)
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new UsageException($"{tool} ended with {process.ExitCode}: {errors.Trim()}");
        }
    }
}
