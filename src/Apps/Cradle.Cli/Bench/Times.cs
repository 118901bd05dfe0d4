using Cradle.Rules.Populations;

namespace Cradle.Cli.Bench;

/// <summary>What one piece of work took; what was not measured is zero.</summary>
internal sealed record Times(TimeSpan Load = default, TimeSpan AllIn = default, TimeSpan OneCore = default, TimeSpan AllCores = default, TimeSpan Kept = default, TimeSpan ByHand = default)
{
    public Totals? Totals { get; init; }

    public long[]? ByHandTotals { get; init; }

    private TimeSpan Whole => AllIn + OneCore + AllCores + Kept + ByHand;

    /// <summary>The middle one of several rounds of the same work.</summary>
    public static Times Median(int rounds, Func<Times> round)
    {
        var times = Enumerable.Range(0, rounds).Select(_ => round()).OrderBy(times => times.Whole).ToList();
        return times[rounds / 2];
    }

    public Times Plus(Times other) => new(Load + other.Load, AllIn + other.AllIn, OneCore + other.OneCore, AllCores + other.AllCores, Kept + other.Kept, ByHand + other.ByHand);
}
