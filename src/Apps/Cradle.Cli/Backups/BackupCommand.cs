using System.CommandLine;
using System.Globalization;
using Cradle.Platform.Audit;

namespace Cradle.Cli.Backups;

/// <summary><c>cradle backup</c> and <c>cradle restore</c>: everything that outlives a restart, while the site runs, and back again with proof.</summary>
internal static class BackupCommand
{
    private static Option<string?> Tools() => new("--tools") { Description = "The folder of pg_dump and pg_restore, where they are not in the path.", HelpName = "FOLDER" };

    private static Option<string?> Files() => new("--files") { Description = "The folder of the files that people handed in, where it is not the state folder's own.", HelpName = "FOLDER" };

    public static Command Create()
    {
        var (state, connection, keys, files, tools) = (StateDatabase.State(), StateDatabase.Connection(), StateDatabase.Keys(), Files(), Tools());
        var to = new Option<string>("--to") { Description = "A folder that is not there yet, or empty.", HelpName = "FOLDER", Required = true };
        var backup = new Command("backup", "Copies database, keys, files and checkpoints while the site runs; each copy with its SHA-256.") { to, state, connection, keys, files, tools, Options.Json };
        backup.SetAction(async (parse, cancellation) =>
        {
            var backup = new Backup(Path.GetFullPath(parse.GetValue(to)!));
            var manifest = await backup.TakeAsync(Source(parse, state, connection, keys, files, tools), cancellation);
            if (parse.GetValue(Options.Json))
                JsonOutput.Write(new { files = manifest.Files.Count, bytes = manifest.Files.Sum(file => file.Bytes), manifest.Database });
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Files.Count} files, {manifest.Files.Sum(file => file.Bytes)} bytes, in {backup.Folder}. Keep the keys in it as carefully as the data."));
            return ExitCodes.Ok;
        });
        return backup;
    }

    public static Command CreateRestore()
    {
        var (state, connection, keys, files, tools) = (StateDatabase.State(), StateDatabase.Connection(), StateDatabase.Keys(), Files(), Tools());
        var from = new Option<string>("--from") { Description = "The folder of a backup.", HelpName = "FOLDER", Required = true };
        var restore = new Command("restore", "Puts a backup back into an empty state folder, or an empty PostgreSQL database, and verifies the audit chain.") { from, state, connection, keys, files, tools, Options.Json };
        restore.SetAction(async (parse, cancellation) =>
        {
            var target = Source(parse, state, connection, keys, files, tools);
            await new Backup(Path.GetFullPath(parse.GetValue(from)!)).PutBackAsync(target, cancellation);
            await using var database = StateDatabase.Open(target.State, target.Connection);
            var verified = await new AuditVerifier(database, new AuditCheckpoints(StateDatabase.PlatformOptions(target.State))).VerifyAsync(cancellationToken: cancellation);
            if (parse.GetValue(Options.Json))
                JsonOutput.Write(new { entries = verified.Entries, holds = verified.Holds });
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restored; {verified.Entries} audit entries, {(verified.Holds ? "the chain holds" : "THE CHAIN IS BROKEN: cradle audit verify names where")}"));
            return verified.Holds ? ExitCodes.Ok : ExitCodes.Finding;
        });
        return restore;
    }

    private static BackedUp Source(ParseResult parse, Option<string> state, Option<string?> connection, Option<string?> keys, Option<string?> files, Option<string?> tools)
    {
        var folder = Path.GetFullPath(parse.GetValue(state)!);
        return new BackedUp(folder, parse.GetValue(connection), Path.GetFullPath(parse.GetValue(keys) ?? Path.Combine(folder, "keys")), Path.GetFullPath(parse.GetValue(files) ?? Path.Combine(folder, "files")), parse.GetValue(tools));
    }
}
