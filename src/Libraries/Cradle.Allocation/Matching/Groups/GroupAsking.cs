using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Deferred acceptance with groups: of all who ever asked, an institution holds those before the first who did not fit, and nobody after. Then whoever is
/// held stays held when fewer ask, which deferred acceptance needs (Kelso and Crawford 1982); places may stay free, which <see cref="GroupFilling"/> gives out.
/// </summary>
internal static class GroupAsking
{
    public static void Run(GroupSeats seats, CancellationToken cancellation)
    {
        var held = Enumerable.Range(0, seats.Free.Length).Select(_ => new PriorityQueue<int, int>()).ToArray();
        var firstRefused = Enumerable.Repeat(Market.NotAcceptable, held.Length).ToArray();
        var next = new int[seats.Choices.Length];
        var asking = new Stack<int>(Enumerable.Range(0, next.Length).Where(leader => seats.Leaders[leader] == leader).Reverse());
        while (asking.TryPop(out var leader))
        {
            cancellation.ThrowIfCancellationRequested();
            var list = seats.ListOf(leader);
            while (next[leader] < list.Length && !(seats.IsPossible(leader, next[leader]) && seats.PositionOf(leader, next[leader]) < firstRefused[list[next[leader]]]))
                next[leader]++;
            if (next[leader] == list.Length)
                continue;
            var institution = list[next[leader]];
            held[institution].Enqueue(leader, -seats.PositionOf(leader, next[leader]));
            seats.Move(leader, next[leader]);
            while (seats.Free[institution] < 0)
            {
                var refused = held[institution].Dequeue();
                firstRefused[institution] = seats.PositionOf(refused, next[refused]);
                seats.Move(refused, Assignment.None);
                next[refused]++;
                asking.Push(refused);
            }
        }
    }
}
