using System.Diagnostics;

namespace Cradle.Linkage;

/// <summary>How long one stage of a run took.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Seconds">Seconds that passed.</param>
/// <param name="CpuSeconds">Seconds of work of all cores: what it costs where other programs share the machine.</param>
public sealed record StageTime(string Stage, double Seconds, double CpuSeconds);

/// <summary>Times the stages of a run.</summary>
internal sealed class StageClock
{
    private readonly List<StageTime> stages = [];
    private long start = Stopwatch.GetTimestamp();
    private TimeSpan cpu = Environment.CpuUsage.TotalTime;

    public IReadOnlyList<StageTime> Stages => stages;

    public void Done(string stage)
    {
        var used = Environment.CpuUsage.TotalTime;
        stages.Add(new StageTime(stage, Stopwatch.GetElapsedTime(start).TotalSeconds, (used - cpu).TotalSeconds));
        start = Stopwatch.GetTimestamp();
        cpu = used;
    }
}
