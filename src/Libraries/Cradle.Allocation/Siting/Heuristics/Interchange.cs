using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics;

/// <summary>
/// Improves an open set without capacities by opening, closing and exchanging options; each option to open is weighed against all to close in one pass
/// over the customers (Whitaker 1983; Resende and Werneck 2007).
/// </summary>
internal sealed class Interchange
{
    private readonly SitingProblem problem;
    private readonly OpenSet set;
    private readonly double missing;
    private readonly int[] first;
    private readonly double[] firstCosts;
    private readonly double[] secondCosts;
    private readonly double[] losses;
    private readonly double[] thresholds;

    public Interchange(SitingProblem problem, OpenSet set)
    {
        this.problem = problem;
        this.set = set;
        missing = PriceOfMissing(problem);
        first = new int[problem.CustomerCount];
        firstCosts = new double[problem.CustomerCount];
        secondCosts = new double[problem.CustomerCount];
        losses = new double[problem.OptionCount];
        thresholds = new double[problem.OptionCount];
        for (var customer = 0; customer < first.Length; customer++)
            FindNearest(customer);
    }

    /// <summary>Opens what gains most until nothing more is gained or allowed, looking anew only at options whose old gain is still the best (Minoux 1978).</summary>
    public void Grow(CancellationToken cancellation)
    {
        var queue = new PriorityQueue<int, double>();
        for (var option = 0; option < problem.OptionCount; option++)
            if (!set.Contains(option))
                queue.Enqueue(option, -Gain(option));
        while (queue.TryDequeue(out var option, out _) && !cancellation.IsCancellationRequested)
        {
            if (!set.Permits(option, -1))
                continue;
            var gain = Gain(option);
            if (queue.TryPeek(out _, out var next) && gain < -next)
                queue.Enqueue(option, -gain);
            else if (gain > 0 || set.Counted < problem.MinSites)
                Apply(option, -1);
        }
    }

    /// <summary>Applies improving moves until there is none.</summary>
    public void Improve(CancellationToken cancellation)
    {
        var idle = 0;
        for (var option = 0; idle < problem.OptionCount && !cancellation.IsCancellationRequested; option = (option + 1) % problem.OptionCount)
            idle = !set.Contains(option) && set.Decisions.Options[option] != OptionState.Closed && TryOpen(option) ? 0 : idle + 1;
        while (TryClose() && !cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>The plan of the open set, or null when somebody cannot be served or a row is not met.</summary>
    public SitingPlan? Plan()
    {
        if (!set.IsComplete || Array.Exists(first, option => option < 0))
            return null;
        return new SitingPlan(problem, set.Options, first.Select((option, customer) => new Service(customer, option, 1)));
    }

    // More than any plan that serves everybody can cost in a difference, so that nobody is left out while it can be helped.
    private static double PriceOfMissing(SitingProblem problem)
    {
        var sum = 1.0;
        foreach (var cost in problem.OpeningCosts)
            sum += cost;
        var most = 0.0;
        foreach (var row in problem.ServiceCosts)
            foreach (var cost in row)
                most = double.IsFinite(cost) && cost > most ? cost : most;
        return Math.Min(1e12, sum + (most * problem.CustomerCount));
    }

    private double Cost(int option, int customer) =>
        set.Decisions.Allows(option, customer) ? Math.Min(missing, problem.ServiceCosts[option][customer]) : missing;

    private double Gain(int option)
    {
        var gain = -problem.OpeningCosts[option];
        for (var customer = 0; customer < firstCosts.Length; customer++)
            gain += Math.Max(0, firstCosts[customer] - Cost(option, customer));
        return gain;
    }

    private bool TryOpen(int option)
    {
        var gain = -problem.OpeningCosts[option];
        foreach (var open in set.Options)
            losses[open] = -problem.OpeningCosts[open];
        var row = problem.ServiceCosts[option];
        var restricted = set.Decisions.RulesOutServices;
        for (var customer = 0; customer < row.Length; customer++)
        {
            var cost = restricted ? Cost(option, customer) : Math.Min(missing, row[customer]);
            if (cost < firstCosts[customer])
                gain += firstCosts[customer] - cost;
            else if (first[customer] >= 0)
                losses[first[customer]] += Math.Min(secondCosts[customer], cost) - firstCosts[customer];
        }

        var least = 1e-9 * (1 + Math.Abs(gain));
        var best = gain > least && set.Permits(option, -1) ? gain : least;
        var closing = best > least ? -1 : -2;
        foreach (var open in set.Options)
            if (gain - losses[open] > best && set.Permits(option, open))
                (best, closing) = (gain - losses[open], open);
        if (closing == -2)
            return false;
        Apply(option, closing);
        return true;
    }

    private bool TryClose()
    {
        foreach (var open in set.Options)
            thresholds[open] = problem.OpeningCosts[open];
        for (var customer = 0; customer < first.Length; customer++)
            if (first[customer] >= 0)
                thresholds[first[customer]] -= secondCosts[customer] - firstCosts[customer];
        var worst = set.Options.Where(open => thresholds[open] > 1e-9 && set.Permits(-1, open)).DefaultIfEmpty(-1).MaxBy(open => open < 0 ? 0 : thresholds[open]);
        if (worst < 0)
            return false;
        Apply(-1, worst);
        return true;
    }

    private void Apply(int opening, int closing)
    {
        if (closing >= 0)
            set.Close(closing);
        if (opening >= 0)
            set.Open(opening);
        for (var customer = 0; customer < first.Length; customer++)
        {
            if (closing >= 0 && Cost(closing, customer) <= secondCosts[customer])
            {
                FindNearest(customer);
            }
            else if (opening >= 0 && Cost(opening, customer) is var cost && cost < secondCosts[customer])
            {
                if (cost < firstCosts[customer])
                    (secondCosts[customer], firstCosts[customer], first[customer]) = (firstCosts[customer], cost, opening);
                else
                    secondCosts[customer] = cost;
            }
        }
    }

    private void FindNearest(int customer)
    {
        first[customer] = -1;
        firstCosts[customer] = secondCosts[customer] = missing;
        foreach (var option in set.Options)
        {
            var cost = Cost(option, customer);
            if (cost < firstCosts[customer])
                (secondCosts[customer], firstCosts[customer], first[customer]) = (firstCosts[customer], cost, option);
            else if (cost < secondCosts[customer])
                secondCosts[customer] = cost;
        }
    }
}
