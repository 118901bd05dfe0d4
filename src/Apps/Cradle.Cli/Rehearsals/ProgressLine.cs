using System.Globalization;
using Cradle.Rules.Rehearsal;

namespace Cradle.Cli.Rehearsals;

/// <summary>Tells on standard error how far a rehearsal is: one line that is overwritten on a terminal, a line now and then elsewhere.</summary>
internal sealed class ProgressLine : IProgress<RehearsalProgress>
{
    private static readonly TimeSpan Pause = Console.IsErrorRedirected ? TimeSpan.FromSeconds(10) : TimeSpan.FromMilliseconds(250);

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private long? _told;

    public void Report(RehearsalProgress value)
    {
        if (_told is { } told && TimeProvider.System.GetElapsedTime(told) < Pause)
            return;
        _told = TimeProvider.System.GetTimestamp();
        var of = value.Of is { } all and > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {all} ({100.0 * value.Families / all:0} %)") : "";
        var rate = value.Families / Math.Max(0.001, TimeProvider.System.GetElapsedTime(_start).TotalSeconds);
        var text = value.IsCounting ? "counting births…" : string.Create(CultureInfo.InvariantCulture, $"{value.Families} families{of}, {rate:0} a second");
        Console.Error.Write(Console.IsErrorRedirected ? text + "\n" : $"\r{text,-64}");
    }
}
