namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Gives free places to the first, in the institution's order, who would rather have them and fit; the places they leave go on. Everybody moved gains.
/// Somebody alone always fits where a place is free, so is never passed over; at the end no group fits where it would rather go.
/// </summary>
internal static class GroupFilling
{
    public static void Run(GroupSeats seats, CancellationToken cancellation)
    {
        var open = new Stack<int>(Enumerable.Range(0, seats.Free.Length).Reverse());
        while (open.TryPop(out var institution))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var asker in seats.Askers[institution])
            {
                if (seats.Free[institution] == 0)
                    break;
                if (seats.Sizes[asker.Leader] <= seats.Free[institution] && seats.Wants(asker) && seats.Move(asker.Leader, asker.Choice) is var left && left != Assignment.None)
                    open.Push(left);
            }
        }
    }
}
