using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Flows;
using Cradle.Allocation.Siting.Heuristics;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Search;

/// <summary>Finds plans: from nothing, from what a bound selects, and from a set of options.</summary>
internal sealed class PlanFinder(SitingProblem problem, SiteRow[] rows, CancellationToken cancellation)
{
    private readonly CapacitatedPlans capacitated = new(problem, rows);

    /// <summary>A plan from scratch.</summary>
    public SitingPlan? First(Decisions decisions)
    {
        if (problem.Capacities is not null)
            return null;
        var set = new OpenSet(problem, rows, decisions);
        Opening.Fill(set, problem, new double[problem.OptionCount], eager: false);
        // filling may have opened sites only to reach their least number; growth chooses those better
        if (set.Options.Count > 0 && rows.Length == 0 && problem.Required is null)
            set = new OpenSet(problem, rows, decisions);
        var interchange = new Interchange(problem, set);
        interchange.Grow(cancellation);
        interchange.Improve(cancellation);
        return interchange.Plan();
    }

    /// <summary>A plan that follows how much of each option a bound opens.</summary>
    public SitingPlan? Follow(double[] wishes, Decisions decisions, bool eager)
    {
        if (problem.Capacities is not null)
            return capacitated.Follow(wishes, decisions, eager, cancellation);
        var set = new OpenSet(problem, rows, decisions);
        Opening.Fill(set, problem, wishes, eager);
        var interchange = new Interchange(problem, set);
        interchange.Improve(cancellation);
        return interchange.Plan();
    }

    /// <summary>A plan that opens all it may, when time is up before a search has found any.</summary>
    public SitingPlan? Hasty(Decisions decisions)
    {
        var set = new OpenSet(problem, rows, decisions);
        return problem.Capacities is not null && Opening.Fill(set, problem, [.. Enumerable.Repeat(1.0, problem.OptionCount)], eager: true) ? Exactly(set.Options, decisions, CancellationToken.None).Plan : null;
    }

    /// <summary>The cheapest split service by exactly these options and the plan made of it; nulls when they cannot serve everybody.</summary>
    public (LayeredFlow? Flow, SitingPlan? Plan) Exactly(IReadOnlyCollection<int> open, Decisions decisions, CancellationToken ends)
    {
        // to the end even when time is up: without a flow the branch would count as one without any plan
        var flow = LayeredFlow.Of(problem, decisions, open, CancellationToken.None);
        return (flow, flow is null ? null : capacitated.Finish(flow, open, decisions, ends));
    }
}
