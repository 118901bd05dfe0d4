using Cradle.Allocation.Siting.Bounds;
using Cradle.Allocation.Siting.Problems;

namespace Cradle.Allocation.Siting.Heuristics.Whole;

/// <summary>Closes, opens and exchanges options with all that follows for whole customers, and keeps what lowers the cost.</summary>
internal sealed class SiteMoves(SitingProblem problem, WholeState state, NearOptions near, CustomerMoves customers)
{
    private const int Neighbours = 12;
    private const int MostTries = 4;

    private readonly SiteEstimate estimate = new(problem, state, near);
    private readonly int[] counts = new int[problem.OptionCount];

    /// <summary>Tries the moves around an option that may pay, the most hopeful first; whether one was kept.</summary>
    public bool Improve(int option, CancellationToken cancellation)
    {
        if (state.Set.Decisions.Options[option] == OptionState.Closed)
            return false;
        List<(int Opening, int Closing)> moves = state.Set.Contains(option) ? [(-1, option), .. Around(option).Select(other => (other, option))] : [(option, -1)];
        return moves.Where(move => state.Set.Permits(move.Opening, move.Closing))
            .Select(move => (move.Opening, move.Closing, Change: estimate.Of(move.Opening, move.Closing)))
            .Where(move => move.Change < 0).OrderBy(move => move.Change).Take(MostTries).ToList()
            .Exists(move => !cancellation.IsCancellationRequested && Try(move.Opening, move.Closing, cancellation));
    }

    // The closed options that most customers of an open one list: the next best places for them.
    private List<int> Around(int option)
    {
        var found = new List<int>();
        foreach (var customer in state.Served[option])
        {
            var listed = 0;
            foreach (var other in near.Options(customer))
            {
                if (state.Set.Contains(other) || state.Set.Decisions.Options[other] == OptionState.Closed)
                    continue;
                if (counts[other]++ == 0)
                    found.Add(other);
                if (++listed == Neighbours)
                    break;
            }
        }

        found.Sort((a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        foreach (var other in found)
            counts[other] = 0;
        return found.Count > Neighbours ? found[..Neighbours] : found;
    }

    private bool Try(int opening, int closing, CancellationToken cancellation)
    {
        var (mark, before) = (state.Mark, state.Value);
        var opened = (opening < 0 ? 0 : problem.OpeningCosts[opening]) - (closing < 0 ? 0 : problem.OpeningCosts[closing]);
        if (closing >= 0)
            state.Set.Close(closing);
        if (opening >= 0)
            state.Set.Open(opening);
        if (Follow(opening, closing, cancellation) && state.Value + opened < before - (1e-9 * (1 + Math.Abs(before))))
            return true;
        state.TakeBack(mark, before);
        if (opening >= 0)
            state.Set.Close(opening);
        if (closing >= 0)
            state.Set.Open(closing);
        return false;
    }

    private bool Follow(int opening, int closing, CancellationToken cancellation)
    {
        if (closing >= 0)
        {
            foreach (var customer in state.Served[closing].OrderByDescending(customer => problem.Demands[customer]).ThenBy(customer => customer).ToList())
            {
                if (!customers.Place(customer))
                    return false;
                customers.Wait(customer);
            }
        }

        if (opening >= 0)
            foreach (var customer in near.Customers(opening))
                if (state.Cost(opening, customer) < problem.ServiceCosts[state.Assigned[customer]][customer])
                    customers.Wait(customer);
        customers.Improve(cancellation);
        return !cancellation.IsCancellationRequested;
    }
}
