using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Cradle.Platform.Audit;

namespace Cradle.Cli.Audit;

/// <summary><c>cradle audit verify</c>: proves the audit chain of a database, or names the first places where it is broken.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var (state, connection) = (StateDatabase.State(), StateDatabase.Connection());
        var verify = new Command("verify", "Reads the whole audit log and proves that nothing was changed, removed or inserted.") { state, connection, Options.Json };
        verify.SetAction((parse, cancellation) => VerifyAsync(parse.GetValue(state)!, parse.GetValue(connection), parse.GetValue(Options.Json), cancellation));
        return new Command("audit", "The audit log.") { verify };
    }

    private static async Task<int> VerifyAsync(string state, string? connection, bool json, CancellationToken cancellation)
    {
        await using var database = StateDatabase.Open(state, connection);
        var checkpoints = new AuditCheckpoints(StateDatabase.PlatformOptions(state));
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
