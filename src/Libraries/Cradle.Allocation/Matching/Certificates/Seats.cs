using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>How an institution's places are taken, worked out anew for the check.</summary>
internal sealed class Seats
{
    private readonly IReadOnlyList<Reserve> reserves;
    private readonly List<(int Position, int Applicant)> members;
    private readonly int places;
    private readonly int last;

    public Seats(Market market, int institution, List<(int Position, int Applicant)> members)
    {
        reserves = market.Reserves?[institution] ?? [];
        this.members = members;
        members.Sort();
        places = market.Capacities[institution];
        last = members.Count < places ? int.MaxValue : members.Count == 0 ? -1 : members[^1].Position;
    }

    /// <summary>Why the institution would rather have the applicant than what it has, or null.</summary>
    public string? WouldTake(int applicant, int position)
    {
        if (position == Market.NotAcceptable || places == 0)
            return null;
        if (reserves.Count == 0)
            return position >= last ? null : last == int.MaxValue ? "has a free place" : "took somebody later in its order";
        var candidates = new List<(int Position, int Applicant)>(members);
        candidates.Add((position, applicant));
        candidates.Sort();
        return Seated(candidates).Contains(applicant) ? "would take the applicant by its reserves and order" : null;
    }

    private HashSet<int> Seated(List<(int Position, int Applicant)> candidates)
    {
        var seated = new HashSet<int>();
        var closed = 0;
        foreach (var reserve in reserves)
        {
            var room = Math.Min(reserve.Places, places - closed - seated.Count);
            var chosen = candidates.Where(candidate => reserve.Members[candidate.Applicant] && !seated.Contains(candidate.Applicant)).Take(room).ToList();
            seated.UnionWith(chosen.Select(candidate => candidate.Applicant));
            closed += reserve.IsStrict ? room - chosen.Count : 0;
        }

        seated.UnionWith(candidates.Where(candidate => !seated.Contains(candidate.Applicant)).Take(places - closed - seated.Count).Select(candidate => candidate.Applicant).ToList());
        return seated;
    }
}
