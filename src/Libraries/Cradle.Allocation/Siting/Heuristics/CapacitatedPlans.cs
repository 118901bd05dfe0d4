using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Flows;
using Cradle.Allocation.Siting.Heuristics.Whole;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics;

/// <summary>Makes plans for capacitated problems from fractional openings: opens what is wished for most, closes what costs more than it saves.</summary>
internal sealed class CapacitatedPlans(SitingProblem problem, SiteRow[] rows)
{
    private const long SmallProblem = 4_000_000;
    private const double WorthWaiting = 0.002;

    private readonly HashSet<string> seen = [];
    private readonly WholeSearch whole = new(problem);
    private (OpenSet Set, LayeredFlow Flow)? best;
    private double leastFlow = double.PositiveInfinity;

    /// <summary>The best plan that follows the wishes, or null.</summary>
    public SitingPlan? Follow(double[] wishes, Decisions decisions, bool eager, CancellationToken cancellation)
    {
        var set = new OpenSet(problem, rows, decisions);
        if (!Opening.Fill(set, problem, wishes, eager) || !seen.Add(string.Join(' ', set.Options.Order())))
            return null;
        if (LayeredFlow.Of(problem, decisions, set.Options, cancellation) is not { } flow)
            return null;
        if ((long)problem.OptionCount * problem.CustomerCount * set.Options.Count >= SmallProblem)
            return FollowLarge(set, flow, cancellation);
        flow = Exchange(set, Thin(set, flow, wishes, cancellation), cancellation);
        return problem.Splittable
            ? new SitingPlan(problem, set.Options, flow.Services) : whole.Improve(set, flow.Services, keepSet: false, cancellation);
    }

    /// <summary>The plan with exactly these options, or null.</summary>
    public SitingPlan? Finish(LayeredFlow flow, IReadOnlyCollection<int> open, Decisions decisions, CancellationToken cancellation)
    {
        if (problem.Splittable)
            return new SitingPlan(problem, open, flow.Services);
        var set = new OpenSet(problem, rows, decisions);
        foreach (var option in open)
            set.Open(option);
        return whole.Improve(set, flow.Services, keepSet: true, cancellation);
    }

    // A flow takes a fraction of the time of a search, and the bound's selections get better with every step: so sets are followed by flows alone until
    // they hardly get better, and only then is the best searched around.
    private SitingPlan? FollowLarge(OpenSet set, LayeredFlow flow, CancellationToken cancellation)
    {
        var cost = flow.Cost + set.Options.Sum(option => problem.OpeningCosts[option]);
        var isMuchBetter = cost < (1 - WorthWaiting) * leastFlow;
        if (cost < leastFlow)
            (leastFlow, best) = (cost, (set, flow));
        if (isMuchBetter)
            return problem.Splittable ? new SitingPlan(problem, set.Options, flow.Services) : null;
        if (best is not { } from)
            return null;
        best = null;
        var plan = whole.Improve(from.Set, from.Flow.Services, keepSet: false, cancellation);
        return problem.Splittable && LayeredFlow.Of(problem, from.Set.Decisions, from.Set.Options, cancellation) is { } split
            ? new SitingPlan(problem, from.Set.Options, split.Services) : plan;
    }

    private LayeredFlow Thin(OpenSet set, LayeredFlow flow, double[] wishes, CancellationToken cancellation)
    {
        foreach (var option in set.Options.OrderBy(option => wishes[option]).ThenByDescending(option => problem.OpeningCosts[option]).ToList())
        {
            if (cancellation.IsCancellationRequested)
                break;
            if (set.Permits(-1, option) && flow.Without(option, cancellation) is { } thinner && thinner.Cost < flow.Cost + problem.OpeningCosts[option] - 1e-9)
            {
                set.Close(option);
                flow = thinner;
            }
        }

        return flow;
    }

    private LayeredFlow Exchange(OpenSet set, LayeredFlow flow, CancellationToken cancellation)
    {
        for (var improved = true; improved;)
        {
            improved = false;
            for (var opening = 0; opening < problem.OptionCount && !cancellation.IsCancellationRequested; opening++)
            {
                if (set.Contains(opening))
                    continue;
                foreach (var closing in set.Options.Append(-1).ToList())
                {
                    if (!set.Permits(opening, closing) || Try(set, opening, closing, cancellation) is not { } other || Gain(flow, other, opening, closing) <= 1e-9)
                        continue;
                    flow = other;
                    if (closing >= 0)
                        set.Close(closing);
                    set.Open(opening);
                    improved = true;
                    break;
                }
            }
        }

        return flow;
    }

    private LayeredFlow? Try(OpenSet set, int opening, int closing, CancellationToken cancellation) =>
        LayeredFlow.Of(problem, set.Decisions, [.. set.Options.Where(option => option != closing), opening], cancellation);

    private double Gain(LayeredFlow flow, LayeredFlow other, int opening, int closing) =>
        flow.Cost - other.Cost - problem.OpeningCosts[opening] + (closing < 0 ? 0 : problem.OpeningCosts[closing]);
}
