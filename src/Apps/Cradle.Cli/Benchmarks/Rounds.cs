using System.Diagnostics;

namespace Cradle.Cli.Benchmarks;

/// <summary>Times several ways of doing the same, in turn.</summary>
internal static class Rounds
{
    private const int WarmUps = 3;
    private const int Measured = 11;

    /// <summary>The median time of each, after warming up.</summary>
    public static TimeSpan[] Of(params Action[] ways)
    {
        var times = ways.Select(_ => new TimeSpan[Measured]).ToArray();
        for (var round = -WarmUps; round < Measured; round++)
            for (var way = 0; way < ways.Length; way++)
            {
                var start = Stopwatch.GetTimestamp();
                ways[way]();
                if (round >= 0)
                    times[way][round] = Stopwatch.GetElapsedTime(start);
            }

        return [.. times.Select(own => own.Order().ElementAt(Measured / 2))];
    }
}
