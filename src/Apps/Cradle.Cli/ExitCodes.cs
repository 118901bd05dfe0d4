namespace Cradle.Cli;

/// <summary>The exit codes of every command; documented in docs/cli.md and kept stable.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Finding = 1;
    public const int BadUsage = 2;
}
