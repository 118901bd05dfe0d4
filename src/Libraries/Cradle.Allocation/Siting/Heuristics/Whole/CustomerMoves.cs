using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>
/// Moves single customers, exchanges two, or moves one where another makes room by going to a third option, while cost and overload together go down
/// (the shift, swap and ejection chain of generalised assignment; Yagiura, Ibaraki and Glover 2004).
/// </summary>
internal sealed class CustomerMoves(SitingProblem problem, WholeState state, NearOptions near)
{
    // Beyond the first few open options a displacement hardly ever pays, and weighing one reads everybody served there.
    private const int Displaceable = 4;
    private const int Thirds = 3;

    private readonly Queue<int> waiting = new();
    private readonly bool[] isWaiting = new bool[problem.CustomerCount];

    public void Wait(int customer)
    {
        if (isWaiting[customer])
            return;
        isWaiting[customer] = true;
        waiting.Enqueue(customer);
    }

    /// <summary>Improves from the waiting customers on, until none of them gains.</summary>
    public void Improve(CancellationToken cancellation)
    {
        while (waiting.TryDequeue(out var customer))
        {
            isWaiting[customer] = false;
            while (!cancellation.IsCancellationRequested && (Shift(customer) || Displace(customer)))
            {
            }
        }
    }

    /// <summary>Gives a customer the option that is cheapest for it now, overload counted; false when no open option may serve it.</summary>
    public bool Place(int customer, int except = -1)
    {
        var best = double.PositiveInfinity;
        var to = -1;
        var options = near.Options(customer);
        var costs = near.Costs(customer);
        for (var place = 0; place < options.Length && costs[place] < best; place++)
            if (state.Set.Contains(options[place]) && options[place] != except && state.Joining(customer, options[place]) is var cost && cost < best)
                (best, to) = (cost, options[place]);
        if (to < 0)
            foreach (var option in state.Set.Options)
                if (option != except && state.Joining(customer, option) is var cost && cost < best)
                    (best, to) = (cost, option);
        if (to < 0)
            return false;
        state.Move(customer, to);
        return true;
    }

    private static double Least(double scale) => -1e-9 * (1 + Math.Abs(scale));

    private bool Shift(int customer)
    {
        var leaving = state.Leaving(customer);
        var here = state.Assigned[customer];
        var best = Least(leaving);
        var to = -1;
        var options = near.Options(customer);
        var costs = near.Costs(customer);
        for (var place = 0; place < options.Length && leaving + costs[place] < best; place++)
        {
            var option = options[place];
            if (option != here && state.Set.Contains(option) && leaving + state.Joining(customer, option) is var change && change < best)
                (best, to) = (change, option);
        }

        if (to < 0)
            return false;
        state.Move(customer, to);
        return true;
    }

    // The customer goes where it would be cheaper but there is no room; somebody there comes here or goes on to a third option.
    private bool Displace(int customer)
    {
        var leaving = state.Leaving(customer);
        var here = state.Assigned[customer];
        var options = near.Options(customer);
        var costs = near.Costs(customer);
        var best = (Change: Least(leaving), Option: -1, Partner: -1, To: -1);
        for (int place = 0, looked = 0; place < options.Length && looked < Displaceable && leaving + costs[place] < best.Change; place++)
        {
            var option = options[place];
            if (option == here || !state.Set.Contains(option) || !state.Decisions.Allows(option, customer))
                continue;
            looked++;
            foreach (var partner in state.Served[option])
                if (problem.LayerOf(partner) == problem.LayerOf(customer))
                    Weigh(customer, here, option, costs[place], leaving, partner, ref best);
        }

        if (best.Option < 0)
            return false;
        state.Move(best.Partner, best.To);
        state.Move(customer, best.Option);
        Wait(best.Partner);
        return true;
    }

    private void Weigh(int customer, int here, int option, double cost, double leaving, int partner, ref (double Change, int Option, int Partner, int To) best)
    {
        var layer = problem.LayerOf(customer);
        double demand = problem.Demands[customer], other = problem.Demands[partner];
        var swap = cost - problem.ServiceCosts[here][customer] - problem.ServiceCosts[option][partner] + state.Overload(option, layer, demand - other);
        var exchange = swap + state.Cost(here, partner) + state.Overload(here, layer, other - demand);
        if (exchange < best.Change)
            best = (exchange, option, partner, here);
        var chain = leaving + problem.ServiceCosts[here][customer] + swap;
        var thirds = near.Options(partner);
        var thirdCosts = near.Costs(partner);
        for (int place = 0, looked = 0; place < thirds.Length && looked < Thirds && chain + thirdCosts[place] < best.Change; place++)
        {
            var third = thirds[place];
            if (third == here || third == option || !state.Set.Contains(third))
                continue;
            looked++;
            if (chain + state.Joining(partner, third) is var change && change < best.Change)
                best = (change, option, partner, third);
        }
    }
}
