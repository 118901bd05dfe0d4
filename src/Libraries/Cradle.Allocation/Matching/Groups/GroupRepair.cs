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

        return true;
    }

    // Gives the institutions for whom something has changed: those left, and those whom the ones sent away would now go to.
    private static HashSet<int> ChooseAnew(GroupSeats seats, int institution)
    {
        var changed = new HashSet<int>();
        var room = seats.Free[institution] + seats.Askers[institution].Where(asker => seats.Choices[asker.Leader] == asker.Choice).Sum(asker => seats.Sizes[asker.Leader]);
        foreach (var asker in seats.Askers[institution])
        {
            var isHere = seats.Choices[asker.Leader] == asker.Choice;
            if (!isHere && !seats.Wants(asker))
                continue;
            var fits = seats.Sizes[asker.Leader] <= room;
            room -= fits ? seats.Sizes[asker.Leader] : 0;
            if (isHere && !fits)
            {
                seats.Move(asker.Leader, Assignment.None);
                foreach (var other in seats.ListOf(asker.Leader))
                    changed.Add(other);
            }
            else if (!isHere && fits && seats.Move(asker.Leader, asker.Choice) is var left && left != Assignment.None)
            {
                changed.Add(left);
            }
        }

        changed.Remove(institution);
        return changed;
    }
}
