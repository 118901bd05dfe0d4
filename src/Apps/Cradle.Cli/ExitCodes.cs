namespace Cradle.Cli;

/// <summary>The exit codes of every command; documented in docs/cli.md and kept stable.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Finding = 1;
    public const int BadUsage = 2;

    /// <summary>Stopped by the user; whether what was done so far is kept, the command says.</summary>
    public const int Stopped = 3;
}
