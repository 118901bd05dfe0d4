using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>Looks at every wish that is not met: a group, or somebody alone, and an institution where it would rather go.</summary>
internal sealed class WishCheck
{
    private readonly Market market;
    private readonly Assignment assignment;
    private readonly int[] leaders;
    private readonly Seats[] seats;

    public WishCheck(Market market, Assignment assignment)
    {
        this.market = market;
        this.assignment = assignment;
        leaders = market.Leaders ?? [.. Enumerable.Range(0, market.Applicants.Count)];
        var members = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int Position, int Applicant)>()).ToArray();
        for (var applicant = 0; applicant < leaders.Length; applicant++)
            if (assignment.Choices[applicant] is var choice && choice != Assignment.None)
                members[market.Preferences[applicant][choice]].Add((market.PositionOf(applicant, choice), applicant));
        seats = [.. members.Select((taken, institution) => new Seats(market, institution, taken))];
    }

    public IEnumerable<Objection> Objections()
    {
        for (var applicant = 0; applicant < leaders.Length; applicant++)
        {
            if (assignment.Choices[applicant] is var choice && choice != Assignment.None && market.PositionOf(applicant, choice) == Market.NotAcceptable)
                yield return Object(applicant, market.Preferences[applicant][choice], "the institution does not take this applicant");
            if (assignment.Choices[applicant] != assignment.Choices[leaders[applicant]])
                yield return new Objection(market.Applicants[applicant], "", $"is not with '{market.Applicants[leaders[applicant]]}' of the same group");
        }

        for (var institution = 0; institution < seats.Length; institution++)
            if (seats[institution].Problem() is { } problem)
                yield return new Objection("", market.Institutions[institution], problem);
        foreach (var (institution, group) in Wishes())
            if (seats[institution].HasRoom(group))
                yield return Object(group[0].Applicant, institution, "has free places enough");
            else if (group.Length == 1 && seats[institution].WouldTake(group))
                yield return Object(group[0].Applicant, institution, market.Reserves?[institution].Count > 0 ? "would take the applicant by its reserves and order" : "took somebody later in its order");
    }

    public IEnumerable<Objection> PassedOver() => Wishes()
        .Where(wish => wish.Group.Length > 1 && seats[wish.Institution].WouldTake(wish.Group))
        .Select(wish => Object(wish.Group[0].Applicant, wish.Institution, "took others, whose places together were the group's by its reserves and order"));

    private IEnumerable<(int Institution, (int Position, int Applicant)[] Group)> Wishes()
    {
        foreach (var group in market.Leaders is null ? leaders.Select(leader => new[] { leader }) : Enumerable.Range(0, leaders.Length).GroupBy(applicant => leaders[applicant], (_, group) => group.ToArray()))
        {
            var met = assignment.Choices[group[0]];
            for (var choice = 0; choice < (met == Assignment.None ? market.Preferences[group[0]].Length : met); choice++)
            {
                var wish = Array.ConvertAll(group, applicant => (market.PositionOf(applicant, choice), applicant));
                if (!wish.Any(member => member.Item1 == Market.NotAcceptable))
                    yield return (market.Preferences[group[0]][choice], wish);
            }
        }
    }

    private Objection Object(int applicant, int institution, string reason) => new(market.Applicants[applicant], market.Institutions[institution], reason);
}
