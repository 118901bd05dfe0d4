using System.CommandLine;
using Cradle.Cli;

var root = new RootCommand("摇篮 Cradle: birth-support policy, computed, delivered, tracked, evaluated.")
{
    EntitlementsCommand.Create(),
    PolicyCommands.Create(),
    BenchCommand.Create(),
};
var result = root.Parse(args);
if (result.Errors.Count > 0)
{
    foreach (var error in result.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Run `cradle --help` for the commands.");
    return ExitCodes.BadUsage;
}

try
{
    return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DirectoryNotFoundException or InvalidOperationException)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.BadUsage;
}
