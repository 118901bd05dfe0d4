using System.Globalization;
using Cradle.Linkage;

namespace Cradle.Cli.Linkage;

/// <summary>One line on standard error that says how far a run is; only where somebody looks at it.</summary>
internal static class ProgressLine
{
    private const int Width = 60;

    public static void Show(LinkageProgress progress)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r" + string.Create(CultureInfo.InvariantCulture,
                $"{progress.Stage} {progress.Done:N0}{(progress.Of > 0 ? $" of {progress.Of:N0}" : "")}").PadRight(Width));
    }

    public static void Clear()
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r" + new string(' ', Width) + "\r");
    }
}
