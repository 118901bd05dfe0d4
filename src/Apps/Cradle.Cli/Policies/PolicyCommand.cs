using System.CommandLine;

namespace Cradle.Cli.Policies;

/// <summary><c>cradle policy check|test|where|show|diff|sql</c>.</summary>
internal static class PolicyCommand
{
    public static Command Create() => new("policy", "The policy packs.")
    {
        CheckCommand.Create(), TestCommand.Create(), WhereCommand.Create(), ShowCommand.Create(), DiffCommand.Create(), SqlCommand.Create(),
    };
}
