using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cradle.Cli.Benchmarks.Load;

/// <summary>One request as it went.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Took">From the moment it was due, so that waiting for a busy machine counts.</param>
/// <param name="Error">What was wrong with the answer; null where nothing was.</param>
internal sealed record Asked(string Kind, TimeSpan Took, string? Error);

/// <summary>What came of a run.</summary>
/// <param name="Requests">Every request.</param>
/// <param name="Took">From the first arrival to the last answer.</param>
internal sealed record LoadRun(IReadOnlyList<Asked> Requests, TimeSpan Took);

/// <summary>Arrivals at even distances that nobody's answer delays: whoever comes does not know how busy the site is.</summary>
internal static class OpenLoop
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<LoadRun> RunAsync(LoadPlan plan, LoadFamilies families, CancellationToken stop)
    {
        var asked = new ConcurrentBag<Asked>();
        var running = new ConcurrentDictionary<Task, bool>();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var start = Stopwatch.GetTimestamp();
        var (submitted, read) = (0, 0);
        while (true)
        {
            var now = Stopwatch.GetElapsedTime(start);
            var until = Math.Min(now.TotalSeconds, plan.Seconds);
            for (; submitted < (int)(until * plan.Submissions); submitted++)
                Begin(Due(submitted, plan.Submissions), families.SubmitAsync(submitted, late.Token));
            for (; read < (int)(until * plan.Reads); read++)
                Begin(Due(read, plan.Reads), families.ReadAsync(read, late.Token));
            if (now.TotalSeconds >= plan.Seconds)
                break;
            await Task.Delay(1, stop);
        }

        late.CancelAfter(Patience);
        await Task.WhenAll(running.Keys);
        return new LoadRun([.. asked], Stopwatch.GetElapsedTime(start));

        long Due(int number, int perSecond) => start + (long)(number * (double)Stopwatch.Frequency / perSecond);

        void Begin(long due, Task<(string Kind, string? Error)> request)
        {
            var ended = EndAsync(due, request);
            running[ended] = true;
            ended.ContinueWith(over => running.TryRemove(over, out _), TaskScheduler.Default);
        }

        async Task EndAsync(long due, Task<(string Kind, string? Error)> request)
        {
            var (kind, error) = await request;
            asked.Add(new Asked(kind, Stopwatch.GetElapsedTime(due), error));
        }
    }
}
