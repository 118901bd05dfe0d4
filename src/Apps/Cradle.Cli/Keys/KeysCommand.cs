using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Cradle.Platform.Audit;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;

namespace Cradle.Cli.Keys;

/// <summary><c>cradle keys rotate</c>: a new key for protected fields, and everything sealed with it.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var (state, connection, keys) = (StateDatabase.State(), StateDatabase.Connection(), StateDatabase.Keys());
        var resume = new Option<bool>("--resume") { Description = "Go on with the newest key after a rotation that was stopped; no key is added." };
        var rotate = new Command("rotate", "Adds a key, then seals and indexes every protected field with it. May be stopped; the site goes on running.") { state, connection, keys, resume, Options.Json };
        rotate.SetAction((parse, cancellation) => RotateAsync(
            parse.GetValue(state)!, parse.GetValue(connection), parse.GetValue(keys), parse.GetValue(resume), parse.GetValue(Options.Json), cancellation));
        return new Command("keys", "The keys of protected fields: identity numbers, phones, accounts, addresses.") { rotate };
    }

    private static async Task<int> RotateAsync(string state, string? connection, string? keys, bool resume, bool json, CancellationToken cancellation)
    {
        await using var database = StateDatabase.Open(state, connection);
        var ring = new FieldKeyRing(StateDatabase.PlatformOptions(state, keys), TimeProvider.System);
        var process = new ProcessScope();
        process.Begin(new ProcessContext { Actor = Actor.System("cradle-keys"), Process = "platform.keys-rotate", Correlation = Guid.CreateVersion7() });
        var audit = new AuditTrail(database, process, TimeProvider.System);
        try
        {
            var key = resume ? ring.Current : ring.Add();
            var values = await new FieldRotation(database, ring).RunAsync(json ? null : new Progress<(string Table, int Values)>(Tell), cancellation);
            audit.Record("keys-rotated", new AuditSubject("field-keys", Guid.Empty), detail: new { key = key.Id, values });
            await database.SaveChangesAsync(cancellation);
            if (json)
                JsonOutput.Write(new { key = key.Id, values });
            else
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"key {key.Id}: {values} values sealed anew. Keep the older keys: backups need them."));
            return ExitCodes.Ok;
        }
        catch (DbException unreadable)
        {
            throw new UsageException($"The database cannot be read: {unreadable.Message} It has to be one of this version of Cradle.");
        }
        catch (InvalidOperationException lost)
        {
            Console.Error.WriteLine(lost.Message);
            return ExitCodes.Finding;
        }
    }

    private static void Tell((string Table, int Values) done) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Table}: {done.Values}"));
}
