using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>Checks an assignment of a market with groups: for everyone how many places those take who come before in the order.</summary>
internal sealed class GroupCheck
{
    private readonly Market market;
    private readonly Assignment assignment;
    private readonly int[] leaders;
    private readonly List<int>[] taken;

    public GroupCheck(Market market, Assignment assignment)
    {
        this.market = market;
        this.assignment = assignment;
        leaders = market.Leaders!;
        taken = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<int>()).ToArray();
        for (var applicant = 0; applicant < leaders.Length; applicant++)
            if (assignment.Choices[applicant] is var choice && choice != Assignment.None)
                taken[market.Preferences[applicant][choice]].Add(market.PositionOf(applicant, choice));
        foreach (var positions in taken)
            positions.Sort();
    }

    /// <summary>What must never be: members apart, somebody alone passed over, free places enough for a group that wants them.</summary>
    public IEnumerable<Objection> Objections()
    {
        for (var applicant = 0; applicant < leaders.Length; applicant++)
            if (assignment.Choices[applicant] != assignment.Choices[leaders[applicant]])
                yield return new Objection(market.Applicants[applicant], "", $"is not with '{market.Applicants[leaders[applicant]]}' of the same group");
        foreach (var (leader, institution, size, before) in Wishes())
        {
            var free = market.Capacities[institution] - taken[institution].Count;
            if (size == 1 ? before < market.Capacities[institution] : size <= free)
                yield return new Objection(market.Applicants[leader], market.Institutions[institution], size <= free ? "has free places enough" : "took somebody later in its order");
        }
    }

    /// <summary>Groups that would find room if those after them in the order were sent away; every stable assignment has none, but there may be no stable one.</summary>
    public IEnumerable<Objection> PassedOver() => Wishes()
        .Where(wish => wish.Size > 1 && wish.Before + wish.Size <= market.Capacities[wish.Institution])
        .Select(wish => new Objection(market.Applicants[wish.Leader], market.Institutions[wish.Institution], "took others later in its order, whose places together were enough for the group"));

    private IEnumerable<(int Leader, int Institution, int Size, int Before)> Wishes()
    {
        var sizes = leaders.CountBy(leader => leader).ToDictionary();
        foreach (var (leader, size) in sizes)
        {
            var met = assignment.Choices[leader];
            for (var choice = 0; choice < (met == Assignment.None ? market.Preferences[leader].Length : met); choice++)
            {
                if (market.PositionOf(leader, choice) is var position && position == Market.NotAcceptable)
                    continue;
                var institution = market.Preferences[leader][choice];
                var before = taken[institution].BinarySearch(position);
                yield return (leader, institution, size, before < 0 ? ~before : before);
            }
        }
    }
}
