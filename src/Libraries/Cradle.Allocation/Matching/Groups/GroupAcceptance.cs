using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Places groups (twins, couples) together at one institution or nowhere. With groups a stable assignment need not exist. Always holds: nobody alone is
/// passed over, and no group finds enough free places where it would rather go. Where the search for it succeeds, no group is passed over either.
/// </summary>
internal static class GroupAcceptance
{
    public static Assignment Run(Market market, CancellationToken cancellation)
    {
        var seats = new GroupSeats(market);
        GroupAsking.Run(seats, cancellation);
        GroupFilling.Run(seats, cancellation);
        GroupRepair.TryRun(seats, cancellation);
        return seats.ToAssignment();
    }

    /// <summary>Passes places on that have become free; nobody is moved against their wish.</summary>
    public static Assignment Continue(Market market, Assignment previous)
    {
        var seats = new GroupSeats(market);
        for (var leader = 0; leader < seats.Choices.Length; leader++)
            if (seats.Leaders[leader] == leader)
                seats.Move(leader, previous.Choices[leader]);
        GroupFilling.Run(seats, CancellationToken.None);
        return seats.ToAssignment();
    }
}
