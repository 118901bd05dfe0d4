using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Search;

/// <summary>The best plan so far, and the least bound at which a branch cannot hold a better one.</summary>
internal sealed class Incumbent
{
    private const double Relative = 1e-9;

    private readonly bool whole;
    private readonly double within;
    private readonly double gap;

    public Incumbent(SitingProblem problem, double within, double gap)
    {
        this.within = within * (1 + Relative);
        this.gap = gap;
        whole = (!problem.Splittable || problem.Capacities is null) && Array.TrueForAll(problem.OpeningCosts, IsWhole)
            && Array.TrueForAll(problem.ServiceCosts, row => Array.TrueForAll(row, cost => double.IsInfinity(cost) || IsWhole(cost)));
    }

    public SitingPlan? Plan { get; private set; }

    public double Objective => Plan?.Objective ?? double.PositiveInfinity;

    /// <summary>A branch whose bound reaches this holds no better plan. Where all costs are whole numbers, so is every plan's cost.</summary>
    public double Threshold => Math.Min(Math.BitIncrement(within), OfPlan);

    private double OfPlan => Plan is null ? double.PositiveInfinity : whole ? Objective - 1 + 1e-6 : Objective - (Relative * Math.Max(1e-3, Math.Abs(Objective)));

    /// <summary>A branch whose bound reaches this need not be looked at: it holds no plan better by more than the gap that is close enough.</summary>
    public double Cutoff => Plan is null ? Threshold : Math.Min(Threshold, Objective - (gap * Math.Abs(Objective)));

    public bool Offer(SitingPlan? plan)
    {
        if (plan is null || plan.Objective >= Objective)
            return false;
        Plan = plan;
        return true;
    }

    /// <summary>The bound as far as it may be claimed: up to the next whole number where costs are whole.</summary>
    public double Claim(double bound) => Math.Min(Objective, bound >= Threshold ? Objective : whole ? Math.Ceiling(bound - 1e-6) : bound);

    private static bool IsWhole(double number) => Math.Floor(number) == number;
}
