using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics;

/// <summary>
/// Gives every customer one option, within capacities: starts from a split service, keeps each customer where most of its demand is, then moves and
/// exchanges customers while cost and overload, weighed against each other, go down.
/// </summary>
internal sealed class WholeAssignment
{
    private const int Rounds = 12;
    private const int Near = 12;

    private readonly SitingProblem problem;
    private readonly Decisions decisions;
    private readonly int[] open;
    private readonly int[] assigned;
    private readonly double[][] loads;
    private readonly List<int>[] served;
    private readonly int[][] near;
    private double penalty;

    public WholeAssignment(SitingProblem problem, Decisions decisions, IEnumerable<int> open, IEnumerable<Service> split)
    {
        this.problem = problem;
        this.decisions = decisions;
        this.open = [.. open];
        assigned = new int[problem.CustomerCount];
        loads = [.. Enumerable.Range(0, problem.OptionCount).Select(_ => new double[problem.LayerCount])];
        served = [.. Enumerable.Range(0, problem.OptionCount).Select(_ => new List<int>())];
        foreach (var customer in split.GroupBy(service => service.Customer))
            Put(customer.Key, customer.MaxBy(service => service.Share).Option);
        near = [.. Enumerable.Range(0, problem.CustomerCount).Select(NearestOf)];
        penalty = InitialPenalty();
    }

    /// <summary>The plan found, or null when the overload could not be removed.</summary>
    public SitingPlan? Improve(CancellationToken cancellation)
    {
        for (var round = 0; round < Rounds; round++)
        {
            while (!cancellation.IsCancellationRequested && (Shift() | Exchange()))
            {
            }

            if (IsFeasible())
                return new SitingPlan(problem, open, assigned.Select((option, customer) => new Service(customer, option, 1)));
            penalty *= 3;
        }

        return null;
    }

    private int[] NearestOf(int customer) =>
        [.. open.Where(option => decisions.Allows(option, customer) && double.IsFinite(problem.ServiceCosts[option][customer]))
            .OrderBy(option => problem.ServiceCosts[option][customer]).ThenBy(option => option).Take(Near)];

    private double InitialPenalty()
    {
        var penalties = new List<double>();
        for (var customer = 0; customer < assigned.Length; customer++)
            if (near[customer].Length > 1 && problem.Demands[customer] > 0)
                penalties.Add((problem.ServiceCosts[near[customer][1]][customer] - problem.ServiceCosts[near[customer][0]][customer]) / problem.Demands[customer]);
        penalties.Sort();
        return penalties.Count == 0 ? 1 : (2 * penalties[penalties.Count / 2]) + 1e-6;
    }

    private void Put(int customer, int option)
    {
        assigned[customer] = option;
        served[option].Add(customer);
        loads[option][problem.LayerOf(customer)] += problem.Demands[customer];
    }

    private void Take(int customer)
    {
        served[assigned[customer]].Remove(customer);
        loads[assigned[customer]][problem.LayerOf(customer)] -= problem.Demands[customer];
    }

    private double Overload(int option, int layer, double change) =>
        penalty * Math.Max(0, loads[option][layer] + change - problem.Capacities![option][layer]);

    private double Change(int option, int layer, double change) => Overload(option, layer, change) - Overload(option, layer, 0);

    private bool Shift()
    {
        var improved = false;
        for (var customer = 0; customer < assigned.Length; customer++)
        {
            var here = assigned[customer];
            var layer = problem.LayerOf(customer);
            var demand = problem.Demands[customer];
            var relief = Change(here, layer, -demand) - problem.ServiceCosts[here][customer];
            var best = -1e-9;
            var to = -1;
            foreach (var option in near[customer])
            {
                var delta = option == here ? 0 : relief + problem.ServiceCosts[option][customer] + Change(option, layer, demand);
                if (delta < best)
                    (best, to) = (delta, option);
            }

            if (to < 0)
                continue;
            Take(customer);
            Put(customer, to);
            improved = true;
        }

        return improved;
    }

    private bool Exchange()
    {
        var improved = false;
        for (var customer = 0; customer < assigned.Length; customer++)
            foreach (var option in near[customer])
                if (option != assigned[customer] && PartnerFor(customer, option) is { } partner)
                {
                    var here = assigned[customer];
                    Take(customer);
                    Take(partner);
                    Put(customer, option);
                    Put(partner, here);
                    improved = true;
                }

        return improved;
    }

    private int? PartnerFor(int customer, int option)
    {
        var here = assigned[customer];
        var layer = problem.LayerOf(customer);
        var gain = problem.ServiceCosts[option][customer] - problem.ServiceCosts[here][customer];
        foreach (var partner in served[option])
        {
            if (problem.LayerOf(partner) != layer || !decisions.Allows(here, partner) || double.IsInfinity(problem.ServiceCosts[here][partner]))
                continue;
            var shift = problem.Demands[customer] - problem.Demands[partner];
            var delta = gain + problem.ServiceCosts[here][partner] - problem.ServiceCosts[option][partner] + Change(option, layer, shift) + Change(here, layer, -shift);
            if (delta < -1e-9)
                return partner;
        }

        return null;
    }

    private bool IsFeasible()
    {
        foreach (var option in open)
            for (var layer = 0; layer < loads[option].Length; layer++)
                if (loads[option][layer] > problem.Capacities![option][layer] * (1 + 1e-12))
                    return false;
        return true;
    }
}
