namespace Cradle.Allocation.Siting;

/// <summary>How long and how closely to search.</summary>
public sealed record SolveOptions
{
    /// <summary>The time after which the best plan so far is returned with its proven bound; null for as long as the proof takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The relative gap between plan and bound that is close enough; 0 searches until the plan is proven best.</summary>
    public double Gap { get; init; }

    /// <summary>
    /// Where it matters only whether some plan costs no more than this: the search ends at the first that does, and its lower bound is positive infinity when it
    /// is proven that none does.
    /// </summary>
    public double? Within { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told now and then how far the search is.</summary>
    public IProgress<SolveProgress>? Progress { get; init; }
}
