namespace Cradle.Allocation.Siting;

/// <summary>How long and how closely to search.</summary>
public sealed record SolveOptions
{
    /// <summary>The time after which the best plan so far is returned with its proven bound; null for as long as the proof takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The relative gap between plan and bound that is close enough; 0 searches until the plan is proven best.</summary>
    public double Gap { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told now and then how far the search is.</summary>
    public IProgress<SolveProgress>? Progress { get; init; }
}
