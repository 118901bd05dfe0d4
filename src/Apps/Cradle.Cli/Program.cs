using System.CommandLine;
using System.Text;
using Cradle.Cli;
using Cradle.Cli.Accounts;
using Cradle.Cli.Allocation;
using Cradle.Cli.Audit;
using Cradle.Cli.Backups;
using Cradle.Cli.Demography;
using Cradle.Cli.Drills;
using Cradle.Cli.Entitlements;
using Cradle.Cli.Governance;
using Cradle.Cli.Keys;
using Cradle.Cli.Linkage;
using Cradle.Cli.Policies;
using Cradle.Cli.Populations;
using Cradle.Cli.Rehearsals;
using Cradle.Primitives;
using Cradle.Rules.Kernels;

// Chinese comes out whole under any locale, and a script that reads it finds no byte order mark.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("摇篮 Cradle: birth-support policy, computed, delivered, tracked, evaluated.")
{
    EntitlementsCommand.Create(),
    PolicyCommand.Create(),
    SimulateCommand.Create(),
    PopulationCommand.Create(),
    ProjectCommand.Create(),
    LinkCommand.Create(),
    SiteCommand.Create(),
    MatchCommand.Create(),
    BenchCommand.Create(),
    AuditCommand.Create(),
    AccountsCommand.Create(),
    KeysCommand.Create(),
    BackupCommand.Create(),
    BackupCommand.CreateRestore(),
    DrillCommand.Create(),
    ImportCommand.Create(),
};
var result = root.Parse(args);
if (result.Errors.Count > 0)
{
    foreach (var error in result.Errors)
        Console.Error.WriteLine(UsageMessages.Of(error.Message));
    Console.Error.WriteLine("Run `cradle --help` for the commands.");
    return ExitCodes.BadUsage;
}

try
{
    return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Interruptible.Patience });
}
catch (BrokenPackException broken)
{
    broken.Report(result.GetValue(Options.Json));
    return ExitCodes.Finding;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped before the end.");
    return ExitCodes.Stopped;
}
catch (Exception exception) when (exception is UsageException or UnknownKernelException or ReferenceDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(UsageMessages.Of(exception));
    return ExitCodes.BadUsage;
}
