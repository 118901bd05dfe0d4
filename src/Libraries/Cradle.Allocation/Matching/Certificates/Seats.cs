using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>How an institution's places are taken, worked out anew for the check.</summary>
internal sealed class Seats
{
    private readonly IReadOnlyList<Reserve> reserves;
    private readonly List<(int Position, int Applicant)> members;
    private readonly int places;

    public Seats(Market market, int institution, List<(int Position, int Applicant)> members)
    {
        reserves = market.Reserves?[institution] ?? [];
        this.members = members;
        members.Sort();
        places = market.Capacities[institution];
    }

    /// <summary>What is wrong with those who are there, or null.</summary>
    public string? Problem()
    {
        if (members.Count > places)
            return FormattableString.Invariant($"takes {members.Count} where it has {places} places");
        var seated = reserves.Count == 0 ? members.Count : Seated(members).Count;
        return seated == members.Count ? null : FormattableString.Invariant($"takes {members.Count} and has places for {seated} of them beside those of its quotas");
    }

    /// <summary>Whether all find room besides everybody who is there.</summary>
    public bool HasRoom(IReadOnlyCollection<(int Position, int Applicant)> wishing) =>
        members.Count + wishing.Count <= places && (reserves.Count == 0 || Seated(With(wishing)).Count == members.Count + wishing.Count);

    /// <summary>Whether all would find room if others gave way, as its reserves and order say.</summary>
    public bool WouldTake(IReadOnlyCollection<(int Position, int Applicant)> wishing)
    {
        if (reserves.Count > 0)
            return Seated(With(wishing)) is var seated && wishing.All(candidate => seated.Contains(candidate.Applicant));
        var before = members.BinarySearch(wishing.Min());
        return (before < 0 ? ~before : before) + wishing.Count <= places;
    }

    private List<(int Position, int Applicant)> With(IReadOnlyCollection<(int Position, int Applicant)> wishing)
    {
        var candidates = new List<(int Position, int Applicant)>([.. members, .. wishing]);
        candidates.Sort();
        return candidates;
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
