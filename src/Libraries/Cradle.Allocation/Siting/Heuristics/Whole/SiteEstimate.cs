using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>
/// What opening one option and closing another would change at best: customers of the closed one go where they are cheapest whether there is room or
/// not, the opened one takes those it saves most for a unit of demand, up to its capacity. Most moves are dismissed by it without being tried.
/// </summary>
internal sealed class SiteEstimate(SitingProblem problem, WholeState state, NearOptions near)
{
    private readonly List<(double Rate, double Demand)> savings = [];

    /// <summary>The change of cost; -1 stands for nothing to open, or nothing to close.</summary>
    public double Of(int opening, int closing)
    {
        var change = (opening < 0 ? 0 : problem.OpeningCosts[opening]) - (closing < 0 ? 0 : problem.OpeningCosts[closing]);
        for (var layer = 0; closing >= 0 && layer < problem.LayerCount; layer++)
            change += state.Overload(closing, layer, double.NegativeInfinity);
        savings.Clear();
        if (closing >= 0)
        {
            foreach (var customer in state.Served[closing])
            {
                var otherwise = Otherwise(customer, closing);
                change += otherwise - problem.ServiceCosts[closing][customer];
                if (opening >= 0)
                    Save(customer, otherwise - state.Cost(opening, customer));
            }
        }

        if (opening < 0)
            return change;
        foreach (var customer in near.Customers(opening))
            if (state.Assigned[customer] != closing)
                Save(customer, -state.Leaving(customer) - state.Cost(opening, customer));
        return change - Saved(opening);
    }

    private double Otherwise(int customer, int closing)
    {
        var options = near.Options(customer);
        for (var place = 0; place < options.Length; place++)
            if (options[place] != closing && state.Set.Contains(options[place]) && state.Decisions.Allows(options[place], customer))
                return near.Costs(customer)[place];
        return state.Set.Options.Where(option => option != closing).Select(option => state.Cost(option, customer)).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private void Save(int customer, double saving)
    {
        if (saving <= 0)
            return;
        var demand = problem.Demands[customer];
        savings.Add((demand > 0 ? saving / demand : saving, Math.Max(demand, double.Epsilon)));
    }

    // All layers in one, so that the estimate stays on the hopeful side.
    private double Saved(int opening)
    {
        var room = 0.0;
        foreach (var capacity in problem.Capacities![opening])
            room += capacity;
        savings.Sort((a, b) => b.Rate.CompareTo(a.Rate));
        var saved = 0.0;
        foreach (var (rate, demand) in savings)
        {
            if (room <= 0)
                break;
            saved += rate * Math.Min(demand, room);
            room -= demand;
        }

        return saved;
    }
}
