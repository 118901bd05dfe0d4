namespace Cradle.Allocation.Siting;

/// <summary>The outcome of a search: the best plan found and what no plan can be better than.</summary>
public sealed class SitingResult
{
    /// <summary>The best plan; null when none was found.</summary>
    public required SitingPlan? Plan { get; init; }

    /// <summary>No plan costs less; positive infinity when no plan exists.</summary>
    public required double LowerBound { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Branches looked at, the whole problem included.</summary>
    public required int Branches { get; init; }

    /// <summary>(cost − bound) ÷ cost; 0 means proven best, to one part in 10⁹. Positive infinity without a plan.</summary>
    public double Gap => Plan is null ? double.PositiveInfinity : Plan.Objective <= LowerBound ? 0 : (Plan.Objective - LowerBound) / Plan.Objective;

    /// <summary>Whether it is proven that no plan meets all conditions.</summary>
    public bool IsInfeasible => Plan is null && double.IsPositiveInfinity(LowerBound);
}
