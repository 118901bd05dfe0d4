using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Cradle.Platform;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Cli.Audit;

/// <summary><c>cradle audit verify</c>: proves the audit chain of a database, or names the first places where it is broken.</summary>
internal static class AuditCommand
{
    private const string DefaultState = "state";

    public static Command Create()
    {
        var state = new Option<string>("--state") { Description = "The state folder: the SQLite database and the checkpoints.", HelpName = "FOLDER", DefaultValueFactory = _ => DefaultState };
        var connection = new Option<string?>("--connection") { Description = "PostgreSQL instead, by its connection string.", HelpName = "STRING" };
        var verify = new Command("verify", "Reads the whole audit log and proves that nothing was changed, removed or inserted.") { state, connection, Options.Json };
        verify.SetAction((parse, cancellation) => VerifyAsync(parse.GetValue(state)!, parse.GetValue(connection), parse.GetValue(Options.Json), cancellation));
        return new Command("audit", "The audit log.") { verify };
    }

    private static async Task<int> VerifyAsync(string state, string? connection, bool json, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(state);
        await using var database = new PlatformDbContext(ContextOptions(folder, connection));
        var checkpoints = new AuditCheckpoints(Microsoft.Extensions.Options.Options.Create(new PlatformOptions { State = folder }));
        AuditVerification verified;
        try
        {
            verified = await new AuditVerifier(database, checkpoints).VerifyAsync(cancellationToken: cancellation);
        }
        catch (DbException unreadable)
        {
            throw new UsageException($"The audit log cannot be read: {unreadable.Message} The database has to be one of this version of Cradle.");
        }
        catch (FormatException edited)
        {
            Console.Error.WriteLine(edited.Message);
            return ExitCodes.Finding;
        }

        if (json)
            JsonOutput.Write(new { verified.Holds, verified.Entries, verified.Checkpoints, verified.Findings });
        else
            Write(verified);
        return verified.Holds ? ExitCodes.Ok : ExitCodes.Finding;
    }

    private static DbContextOptions<PlatformDbContext> ContextOptions(string state, string? connection)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        if (connection is not null)
        {
            PostgreSqlProvider.Use(options, connection);
            return options.Options;
        }

        var file = Path.Combine(state, SqliteProvider.FileName);
        if (!File.Exists(file))
            throw new UsageException($"There is no database {file}. Name the state folder by --state, or a PostgreSQL database by --connection.");
        SqliteProvider.Use(options, file);
        return options.Options;
    }

    private static void Write(AuditVerification verified)
    {
        foreach (var finding in verified.Findings)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"entry {finding.Sequence}: {Words(finding.Problem)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{verified.Entries} entries, {verified.Checkpoints} checkpoints: {(verified.Holds ? "the chain holds" : "the chain is broken")}"));
    }

    private static string Words(AuditProblem problem) => problem switch
    {
        AuditProblem.Changed => "its content is not what was written; compare with a backup",
        AuditProblem.Unlinked => "it does not follow the entry before it; one was exchanged or inserted",
        AuditProblem.Missing => "it is not there; compare with a backup",
        AuditProblem.CutOff => "the log ends before it, and should not; compare with a backup",
        _ => "it is not what the checkpoint outside the database says; the log was rewritten",
    };
}
