namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Seeks an assignment where no group is passed over either, by letting one institution after another choose anew among all who would rather go there
/// (after Roth and Vande Vate 1990, from several seeded orders). There need not be one, and to know is NP-hard (McDermid and Manlove 2010), so it gives up.
/// </summary>
internal static class GroupRepair
{
    private const int Attempts = 8;

    /// <summary>Whether it succeeded; if not, the seats are as before.</summary>
    public static bool TryRun(GroupSeats seats, CancellationToken cancellation)
    {
        var saved = seats.Save();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryOnce(seats, new Random(attempt), cancellation))
                return true;
            seats.Restore(saved);
        }

        return false;
    }

    private static bool TryOnce(GroupSeats seats, Random order, CancellationToken cancellation)
    {
        var waiting = new List<int>(Enumerable.Range(0, seats.Free.Length));
        var isWaiting = Enumerable.Repeat(true, waiting.Count).ToArray();
        for (var moves = 100 + (2 * seats.Choices.Length); waiting.Count > 0; moves--)
        {
            cancellation.ThrowIfCancellationRequested();
            if (moves < 0)
                return false;
            var drawn = order.Next(waiting.Count);
            var institution = waiting[drawn];
            (waiting[drawn], isWaiting[institution]) = (waiting[^1], false);
            waiting.RemoveAt(waiting.Count - 1);
            foreach (var other in ChooseAnew(seats, institution))
            {
                if (!isWaiting[other])
                    waiting.Add(other);
                isWaiting[other] = true;
            }
        }

        return Enumerable.Range(0, seats.Free.Length).All(seats.IsStable);
    }

    // Gives the institutions for whom something has changed: those left, and those whom the ones sent away would now go to.
    private static HashSet<int> ChooseAnew(GroupSeats seats, int institution)
    {
        var changed = new HashSet<int>();
        var chosen = Chosen(seats, institution);
        foreach (var asker in seats.Askers[institution])
        {
            var isHere = seats.IsHere(asker);
            if (isHere == chosen.Contains(asker.Leader))
                continue;
            if (isHere)
            {
                seats.Move(asker.Leader, Assignment.None);
                foreach (var other in seats.ListOf(asker.Leader))
                    changed.Add(other);
            }
            else if (seats.Move(asker.Leader, asker.Choice) is var left && left != Assignment.None)
            {
                changed.Add(left);
            }
        }

        changed.Remove(institution);
        return changed;
    }

    // The groups chosen whole; the last of those chosen in part gives way until there is none.
    private static HashSet<int> Chosen(GroupSeats seats, int institution)
    {
        var asking = seats.Askers[institution].Where(asker => seats.IsHere(asker) || seats.Wants(asker)).ToList();
        while (true)
        {
            var places = seats.LeadersTaken(institution, seats.Candidates(asking)).CountBy(leader => leader).ToDictionary();
            asking.RemoveAll(asker => !places.ContainsKey(asker.Leader));
            var inPart = asking.FindLastIndex(asker => places[asker.Leader] < seats.Sizes[asker.Leader]);
            if (inPart < 0)
                return [.. places.Keys];
            asking.RemoveAt(inPart);
        }
    }
}
