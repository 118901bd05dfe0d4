using Cradle.Allocation.Matching.Acceptance;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>
/// Deferred acceptance with groups: of all who ever asked an institution chooses one by one, and holds the groups it has chosen whole. Then whoever is held
/// stays held when fewer ask, which deferred acceptance needs (Kelso and Crawford 1982). The places of groups chosen in part stay free;
/// <see cref="GroupFilling"/> gives them out.
/// </summary>
internal static class GroupAsking
{
    public static void Run(GroupSeats seats, CancellationToken cancellation)
    {
        // those chosen; whoever was refused once is never chosen later, and is left away
        var chosen = Enumerable.Range(0, seats.Free.Length).Select(_ => new List<long>()).ToArray();
        var next = new int[seats.Choices.Length];
        var asking = new Stack<int>(Enumerable.Range(0, next.Length).Where(leader => seats.Leaders[leader] == leader).Reverse());
        while (asking.TryPop(out var leader))
        {
            cancellation.ThrowIfCancellationRequested();
            var list = seats.ListOf(leader);
            while (next[leader] < list.Length && !seats.IsPossible(leader, next[leader]))
                next[leader]++;
            if (next[leader] == list.Length)
                continue;
            var institution = list[next[leader]];
            seats.Move(leader, next[leader]);
            foreach (var candidate in seats.Candidates([new GroupAsker(0, leader, next[leader])]))
                chosen[institution].Insert(~chosen[institution].BinarySearch(candidate), candidate);
            var taken = seats.Taken(institution, chosen[institution]);
            for (var place = taken.Length - 1; place >= 0; place--)
            {
                if (taken[place])
                    continue;
                var refused = seats.Leaders[ReserveChoice.ApplicantOf(chosen[institution][place])];
                chosen[institution].RemoveAt(place);
                if (next[refused] >= seats.ListOf(refused).Length || seats.ListOf(refused)[next[refused]] != institution)
                    continue;
                seats.Move(refused, Assignment.None);
                next[refused]++;
                asking.Push(refused);
            }
        }
    }
}
