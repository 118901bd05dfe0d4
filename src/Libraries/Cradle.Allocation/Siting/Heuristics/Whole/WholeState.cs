using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>
/// Who is served where, each customer by one option. Capacities may be exceeded at a price, so that a search can pass through what is not allowed.
/// Every move is written down and can be taken back.
/// </summary>
internal sealed class WholeState
{
    private readonly SitingProblem problem;
    private readonly int[] places;
    private readonly double[][] loads;
    private readonly Stack<(int Customer, int From)> moves = [];

    public WholeState(SitingProblem problem, OpenSet set)
    {
        this.problem = problem;
        Set = set;
        Assigned = new int[problem.CustomerCount];
        Array.Fill(Assigned, -1);
        places = new int[problem.CustomerCount];
        loads = [.. Enumerable.Range(0, problem.OptionCount).Select(_ => new double[problem.LayerCount])];
        Served = [.. Enumerable.Range(0, problem.OptionCount).Select(_ => new List<int>())];
    }

    public OpenSet Set { get; }

    /// <summary>The option of each customer, -1 before it has one.</summary>
    public int[] Assigned { get; }

    public List<int>[] Served { get; }

    /// <summary>What a unit of demand beyond a capacity costs.</summary>
    public double Penalty { get; set; }

    /// <summary>Cost of service and of overload, less a constant: only differences tell.</summary>
    public double Value { get; private set; }

    /// <summary>A mark to which moves can be taken back.</summary>
    public int Mark => moves.Count;

    public Decisions Decisions => Set.Decisions;

    public double Cost(int option, int customer) =>
        Decisions.Allows(option, customer) ? problem.ServiceCosts[option][customer] : double.PositiveInfinity;

    /// <summary>What a change of an option's load in a layer would add to the price of overload.</summary>
    public double Overload(int option, int layer, double change)
    {
        var room = problem.Capacities![option][layer] - loads[option][layer];
        return Penalty * (Math.Max(0, change - room) - Math.Max(0, -room));
    }

    public double RoomOf(int option, int layer) => problem.Capacities![option][layer] - loads[option][layer];

    /// <summary>What the customer's leaving saves in overload and costs.</summary>
    public double Leaving(int customer)
    {
        var here = Assigned[customer];
        return here < 0 ? 0 : Overload(here, problem.LayerOf(customer), -problem.Demands[customer]) - problem.ServiceCosts[here][customer];
    }

    public double Joining(int customer, int option) =>
        Cost(option, customer) + Overload(option, problem.LayerOf(customer), problem.Demands[customer]);

    public void Move(int customer, int option)
    {
        moves.Push((customer, Assigned[customer]));
        Value += Leaving(customer);
        Remove(customer);
        Value += Joining(customer, option);
        Add(customer, option);
    }

    public void TakeBack(int mark, double value)
    {
        while (moves.Count > mark)
        {
            var (customer, from) = moves.Pop();
            Remove(customer);
            if (from >= 0)
                Add(customer, from);
        }

        Value = value;
    }

    /// <summary>Forgets the moves so far and sums loads and value anew, free of rounding left by many moves.</summary>
    public void Settle()
    {
        moves.Clear();
        Value = 0;
        foreach (var load in loads)
            Array.Clear(load);
        for (var customer = 0; customer < Assigned.Length; customer++)
        {
            Value += problem.ServiceCosts[Assigned[customer]][customer];
            loads[Assigned[customer]][problem.LayerOf(customer)] += problem.Demands[customer];
        }

        for (var option = 0; option < loads.Length; option++)
            for (var layer = 0; layer < loads[option].Length; layer++)
                Value += Penalty * Math.Max(0, -RoomOf(option, layer));
    }

    /// <summary>Whether every capacity holds; true only right after <see cref="Settle"/> without rounding.</summary>
    public bool Fits()
    {
        for (var option = 0; option < loads.Length; option++)
            for (var layer = 0; layer < loads[option].Length; layer++)
                if (loads[option][layer] > problem.Capacities![option][layer] * (1 + 1e-12))
                    return false;
        return true;
    }

    private void Add(int customer, int option)
    {
        Assigned[customer] = option;
        places[customer] = Served[option].Count;
        Served[option].Add(customer);
        loads[option][problem.LayerOf(customer)] += problem.Demands[customer];
    }

    private void Remove(int customer)
    {
        if (Assigned[customer] is not (>= 0 and var option))
            return;
        var list = Served[option];
        var last = list[^1];
        (list[places[customer]], places[last]) = (last, places[customer]);
        list.RemoveAt(list.Count - 1);
        loads[option][problem.LayerOf(customer)] -= problem.Demands[customer];
        Assigned[customer] = -1;
    }
}
