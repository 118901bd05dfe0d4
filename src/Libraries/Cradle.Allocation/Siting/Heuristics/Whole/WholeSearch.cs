using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>
/// Improves plans in which every customer is served by one option: single customers, pairs and chains move, options open, close and are exchanged, while
/// cost and overload together go down; the price of overload grows until none is left.
/// </summary>
internal sealed class WholeSearch(SitingProblem problem)
{
    private const int Rounds = 8;
    private const int OpenListed = 16;

    private NearOptions? near;

    /// <summary>Improves a set and its service, which changes the set; null when overload could not be removed or somebody cannot be served.</summary>
    /// <param name="set">What is open.</param>
    /// <param name="services">Where to start from; customers without a service start where they are cheapest.</param>
    /// <param name="keepSet">Whether the set stays as it is.</param>
    /// <param name="cancellation">Ends the search; a plan that fits by then is still given.</param>
    public SitingPlan? Improve(OpenSet set, IEnumerable<Service> services, bool keepSet, CancellationToken cancellation)
    {
        if (set.Options.Count == 0)
            return null;
        var lists = Lists(set.Options.Count);
        var state = new WholeState(problem, set) { Penalty = FirstPenalty(set, lists) };
        var customers = new CustomerMoves(problem, state, lists);
        if (!Start(state, customers, services))
            return null;
        var sites = new SiteMoves(problem, state, lists, customers);
        for (var round = 0; round < Rounds; round++)
        {
            Descend(state, customers, keepSet ? null : sites, cancellation);
            if (state.Fits())
                return new SitingPlan(problem, set.Options, state.Assigned.Select((option, customer) => new Service(customer, option, 1)));
            if (cancellation.IsCancellationRequested)
                break;
            state.Penalty *= 4;
        }

        return null;
    }

    // So long that a customer lists about OpenListed open options.
    private NearOptions Lists(int open)
    {
        var length = Math.Min(problem.OptionCount, OpenListed * ((problem.OptionCount + open - 1) / open));
        if (near is null || near.Length < length)
            near = NearOptions.Of(problem, length);
        return near;
    }

    // More than a unit of opened capacity costs and than a customer's better options save: below that, overload would pay.
    private double FirstPenalty(OpenSet set, NearOptions lists)
    {
        double cost = 0, capacity = 0, spread = 0;
        foreach (var option in set.Options)
        {
            cost += problem.OpeningCosts[option];
            capacity += problem.Capacities![option].Average();
        }

        for (var customer = 0; customer < problem.CustomerCount; customer++)
            spread += lists.Costs(customer) is [var least, .., var most] ? most - least : 0;
        return (2 * cost / Math.Max(1e-9, capacity)) + (spread / 2 / Math.Max(1e-9, problem.Demands.Sum())) + 1e-6;
    }

    private bool Start(WholeState state, CustomerMoves customers, IEnumerable<Service> services)
    {
        var most = new double[problem.CustomerCount];
        var chosen = new int[problem.CustomerCount];
        foreach (var (customer, option, share) in services)
            if (share > most[customer])
                (most[customer], chosen[customer]) = (share, option);
        for (var customer = 0; customer < chosen.Length; customer++)
            if (most[customer] > 0)
                state.Move(customer, chosen[customer]);
        foreach (var customer in Enumerable.Range(0, chosen.Length).Where(customer => most[customer] == 0).OrderByDescending(customer => problem.Demands[customer]))
            if (!customers.Place(customer))
                return false;
        return true;
    }

    private void Descend(WholeState state, CustomerMoves customers, SiteMoves? sites, CancellationToken cancellation)
    {
        for (var improved = true; improved && !cancellation.IsCancellationRequested;)
        {
            improved = false;
            Sweep(state, customers, cancellation);
            for (var option = 0; sites is not null && option < problem.OptionCount && !cancellation.IsCancellationRequested; option++)
                while (sites.Improve(option, cancellation))
                    improved = true;
        }

        state.Settle();
    }

    private void Sweep(WholeState state, CustomerMoves customers, CancellationToken cancellation)
    {
        for (var before = double.PositiveInfinity; state.Value < before && !cancellation.IsCancellationRequested;)
        {
            state.Settle();
            before = state.Value;
            for (var customer = 0; customer < problem.CustomerCount; customer++)
                customers.Wait(customer);
            customers.Improve(cancellation);
        }
    }
}
