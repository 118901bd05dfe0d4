namespace Cradle.Cli;

/// <summary>Work that Ctrl+C ends in good order.</summary>
internal static class Interruptible
{
    /// <summary>How long the work may take to come to a good end after Ctrl+C.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(45);

    // the command line listens for Ctrl+C only when the work has given a task back, so work that fills its thread must not be that task's first step
    public static Task<int> Run(Func<int> work) => Task.Run(work);
}
