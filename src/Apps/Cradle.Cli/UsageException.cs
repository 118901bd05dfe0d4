namespace Cradle.Cli;

/// <summary>The command was asked for something that cannot be; the message says what and how to mend it.</summary>
internal sealed class UsageException(string message) : Exception(message);
