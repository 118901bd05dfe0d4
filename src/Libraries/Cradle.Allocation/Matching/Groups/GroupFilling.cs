namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Gives free places to the first, in the institution's order, who would rather have them and fit; the places they leave go on. Everybody moved gains.
/// </summary>
/// <remarks>
/// Kept throughout: of those an institution holds and all single applicants who would rather be there, it chooses those it holds. So nobody alone is ever
/// passed over. At the end it chooses none of those single applicants, and no group fits where it would rather go.
/// </remarks>
internal sealed class GroupFilling(GroupSeats seats)
{
    private readonly Stack<int> open = new(Enumerable.Range(0, seats.Free.Length).Reverse());

    public static void Run(GroupSeats seats, CancellationToken cancellation)
    {
        var filling = new GroupFilling(seats);
        while (filling.open.TryPop(out var institution))
        {
            cancellation.ThrowIfCancellationRequested();
            while (seats.Free[institution] > 0 && filling.Fill(institution))
                cancellation.ThrowIfCancellationRequested();
        }
    }

    // Whether anybody came.
    private bool Fill(int institution)
    {
        var hasCome = false;
        var single = SinglesChosen(institution);
        foreach (var asker in seats.Askers[institution])
        {
            if (seats.Sizes[asker.Leader] > seats.Free[institution] || !seats.Wants(asker) || !(seats.Sizes[asker.Leader] == 1 ? single.Contains(asker.Leader) : Fits(institution, asker)))
                continue;
            if (seats.Move(asker.Leader, asker.Choice) is var left && left != Assignment.None)
                open.Push(left);
            hasCome = true;
            if (seats.Sizes[asker.Leader] > 1)
                single = SinglesChosen(institution);
        }

        return hasCome;
    }

    private HashSet<int> SinglesChosen(int institution) =>
        [.. seats.LeadersTaken(institution, seats.Candidates(seats.Askers[institution].Where(seats.IsHereOrWantsAlone)))];

    private bool Fits(int institution, GroupAsker group)
    {
        var together = seats.Askers[institution].Where(asker => seats.IsHere(asker) || asker == group).Select(asker => asker.Leader).ToHashSet();
        return seats.AreTaken(institution, seats.Candidates(seats.Askers[institution].Where(asker => asker == group || seats.IsHereOrWantsAlone(asker))), together.Contains);
    }
}
