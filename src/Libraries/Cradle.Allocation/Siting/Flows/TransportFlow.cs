using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Flows;

/// <summary>
/// The cheapest service of one layer by a set of open options, demands split as needed: successive shortest paths (Busacker and Gowen 1960, with the
/// potentials of Edmonds and Karp 1972) between options only. Everybody starts at the cheapest option; overfull options pass demand on along the
/// cheapest chain of moves until none is overfull.
/// </summary>
internal sealed class TransportFlow
{
    private const double Speck = 1e-9;

    private readonly SitingProblem problem;
    private readonly Decisions decisions;
    private readonly int[] options;
    private readonly double[] room;
    private readonly double[] loads;
    private readonly List<(int Customer, double Amount)>[] served;
    private readonly double[][] costs;
    private readonly double[][] moveCosts;
    private readonly int[][] movers;
    private readonly double[] potentials;
    private readonly double[] distances;
    private readonly int[] previous;
    private readonly bool[] settled;
    private readonly List<(int From, int To, int Customer)> moving = [];

    public TransportFlow(SitingProblem problem, Decisions decisions, IEnumerable<int> open, int layer)
    {
        this.problem = problem;
        this.decisions = decisions;
        options = [.. open];
        room = [.. options.Select(option => problem.Capacities![option][layer])];
        loads = new double[options.Length];
        served = [.. options.Select(_ => new List<(int, double)>())];
        costs = new double[problem.CustomerCount][];
        moveCosts = [.. options.Select(_ => new double[options.Length])];
        movers = [.. options.Select(_ => new int[options.Length])];
        potentials = new double[options.Length + 1];
        distances = new double[options.Length];
        previous = new int[options.Length];
        settled = new bool[options.Length];
    }

    private TransportFlow(TransportFlow other)
    {
        problem = other.problem;
        decisions = other.decisions;
        options = other.options;
        room = (double[])other.room.Clone();
        loads = (double[])other.loads.Clone();
        served = [.. other.served.Select(list => new List<(int, double)>(list))];
        costs = other.costs;
        moveCosts = [.. other.moveCosts.Select(row => (double[])row.Clone())];
        movers = [.. other.movers.Select(row => (int[])row.Clone())];
        potentials = (double[])other.potentials.Clone();
        distances = new double[options.Length];
        previous = new int[options.Length];
        settled = new bool[options.Length];
    }

    public TransportFlow Copy() => new(this);

    /// <summary>Serves the customers; false when the options cannot hold them, or it was cancelled.</summary>
    public bool Serve(int[] customers, CancellationToken cancellation)
    {
        Gather(customers);
        foreach (var customer in customers)
        {
            var cheapest = -1;
            for (var slot = 0; slot < options.Length; slot++)
                if (Cost(slot, customer) < (cheapest < 0 ? double.PositiveInfinity : Cost(cheapest, customer)))
                    cheapest = slot;
            if (cheapest < 0)
                return false;
            served[cheapest].Add((customer, problem.Demands[customer]));
            loads[cheapest] += problem.Demands[customer];
        }

        for (var slot = 0; slot < options.Length; slot++)
            FindMoves(slot);
        return Relieve(cancellation);
    }

    /// <summary>Takes an option out and passes on what it served; false when the others cannot hold it, or it was cancelled.</summary>
    public bool Close(int option, CancellationToken cancellation)
    {
        var slot = Array.IndexOf(options, option);
        room[slot] = double.NegativeInfinity;
        foreach (var row in moveCosts)
            row[slot] = double.PositiveInfinity;
        // customers without demand weigh nothing on any path, so they are moved by hand
        foreach (var (customer, _) in served[slot].Where(part => problem.Demands[part.Customer] == 0).ToList())
        {
            var other = Enumerable.Range(0, options.Length).Where(s => !double.IsNegativeInfinity(room[s])).MinBy(s => Cost(s, customer));
            if (double.IsInfinity(Cost(other, customer)))
                return false;
            served[other].Add((customer, 0));
        }

        served[slot].RemoveAll(part => problem.Demands[part.Customer] == 0);
        return Relieve(cancellation);
    }

    public double TotalCost()
    {
        var sum = 0.0;
        foreach (var (customer, option, share) in Services())
            sum += share * problem.ServiceCosts[option][customer];
        return sum;
    }

    public IEnumerable<Service> Services()
    {
        for (var slot = 0; slot < options.Length; slot++)
            foreach (var (customer, amount) in served[slot])
                yield return new Service(customer, options[slot], problem.Demands[customer] > 0 ? amount / problem.Demands[customer] : 1);
    }

    private double Cost(int slot, int customer) => costs[customer][slot];

    // One row a customer, so that weighing all moves of a customer reads one stretch of memory.
    private void Gather(int[] customers)
    {
        foreach (var customer in customers)
            costs[customer] = new double[options.Length];
        for (var slot = 0; slot < options.Length; slot++)
        {
            var row = problem.ServiceCosts[options[slot]];
            foreach (var customer in customers)
                costs[customer][slot] = decisions.Allows(options[slot], customer) ? row[customer] : double.PositiveInfinity;
        }
    }

    private bool Relieve(CancellationToken cancellation)
    {
        for (var slot = 0; slot < options.Length; slot++)
        {
            var limit = Math.Max(0, room[slot]);
            while (loads[slot] - limit > Speck * Math.Max(1, limit))
            {
                var end = cancellation.IsCancellationRequested ? -1 : ShortestPath(slot);
                if (end < 0)
                    return false;
                Push(slot, end, loads[slot] - limit);
            }
        }

        return true;
    }

    // What passing a unit of demand on to each other option costs, and who would move.
    private void FindMoves(int slot)
    {
        Array.Fill(moveCosts[slot], double.PositiveInfinity);
        Array.Fill(movers[slot], -1);
        foreach (var (customer, _) in served[slot])
            OfferMoves(slot, customer);
    }

    private void OfferMoves(int slot, int customer)
    {
        var demand = problem.Demands[customer];
        if (demand == 0)
            return;
        var moves = moveCosts[slot];
        var row = costs[customer];
        var here = row[slot];
        for (var other = 0; other < moves.Length; other++)
        {
            var cost = (row[other] - here) / demand;
            if (cost < moves[other] && other != slot && !double.IsNegativeInfinity(room[other]))
            {
                moves[other] = cost;
                movers[slot][other] = customer;
            }
        }
    }

    // A customer has left the option: only the moves that were the customer's are looked for anew.
    private void ReplaceMoves(int slot, int left)
    {
        var moves = moveCosts[slot];
        for (var other = 0; other < moves.Length; other++)
        {
            if (movers[slot][other] != left)
                continue;
            moves[other] = double.PositiveInfinity;
            movers[slot][other] = -1;
            if (double.IsNegativeInfinity(room[other]))
                continue;
            foreach (var (customer, _) in served[slot])
            {
                var cost = problem.Demands[customer] == 0 ? double.PositiveInfinity : (Cost(other, customer) - Cost(slot, customer)) / problem.Demands[customer];
                if (cost < moves[other])
                {
                    moves[other] = cost;
                    movers[slot][other] = customer;
                }
            }
        }
    }

    private int ShortestPath(int start)
    {
        Array.Fill(distances, double.PositiveInfinity);
        Array.Clear(settled);
        distances[start] = 0;
        previous[start] = -1;
        var target = potentials.Length - 1;
        var reached = double.PositiveInfinity;
        var end = -1;
        while (true)
        {
            var at = -1;
            for (var slot = 0; slot < options.Length; slot++)
                if (!settled[slot] && distances[slot] < (at < 0 ? reached : distances[at]))
                    at = slot;
            if (at < 0)
                break;
            settled[at] = true;
            if (room[at] - loads[at] > Speck * Math.Max(1, room[at]) && distances[at] + potentials[at] - potentials[target] < reached)
            {
                reached = distances[at] + potentials[at] - potentials[target];
                end = at;
            }

            var moves = moveCosts[at];
            for (var slot = 0; slot < moves.Length; slot++)
            {
                // rounding may leave a reduced cost a hair below 0
                var distance = distances[at] + Math.Max(0, moves[slot] + potentials[at] - potentials[slot]);
                if (distance < distances[slot])
                {
                    distances[slot] = distance;
                    previous[slot] = at;
                }
            }
        }

        if (end < 0)
            return -1;
        for (var slot = 0; slot < options.Length; slot++)
            potentials[slot] += Math.Min(distances[slot], reached);
        potentials[target] += reached;
        return end;
    }

    private void Push(int start, int end, double excess)
    {
        var amount = Math.Min(excess, room[end] - loads[end]);
        for (var slot = end; slot != start; slot = previous[slot])
            amount = Math.Min(amount, AmountOf(previous[slot], movers[previous[slot]][slot]));
        for (int slot = end, from; slot != start; slot = from)
        {
            from = previous[slot];
            moving.Add((from, slot, movers[from][slot]));
        }

        foreach (var (from, to, customer) in moving)
        {
            Add(to, customer, amount);
            Add(from, customer, -amount);
        }

        moving.Clear();
    }

    private double AmountOf(int slot, int customer) => served[slot].Find(part => part.Customer == customer).Amount;

    private void Add(int slot, int customer, double amount)
    {
        loads[slot] += amount;
        var list = served[slot];
        var place = list.FindIndex(part => part.Customer == customer);
        if (place < 0)
        {
            list.Add((customer, amount));
            OfferMoves(slot, customer);
        }
        else if (list[place].Amount + amount > Speck * problem.Demands[customer])
        {
            list[place] = (customer, list[place].Amount + amount);
        }
        else
        {
            list.RemoveAt(place);
            ReplaceMoves(slot, customer);
        }
    }
}
