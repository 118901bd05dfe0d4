using System.Collections;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Tests.Matching;

/// <summary>Small random markets with groups, half of them with reserves and quotas, judged by the definitions, applicant by applicant.</summary>
internal static class GroupMarkets
{
    public static Market Random(System.Random chance)
    {
        int applicants = chance.Next(1, 7), institutions = chance.Next(1, 4);
        var leaders = new int[applicants];
        for (var applicant = 0; applicant < applicants; applicant++)
            leaders[applicant] = applicant > 0 && chance.Next(3) == 0 ? leaders[applicant - 1] : applicant;
        var lists = leaders.Select(_ => Shuffle(chance, institutions).Take(chance.Next(1, institutions + 1)).ToArray()).ToArray();
        var orders = Enumerable.Range(0, institutions).Select(_ => Shuffle(chance, applicants).Take(chance.Next(applicants / 2, applicants + 1)).ToArray()).ToArray();
        var market = Markets.Of([.. leaders.Select(leader => lists[leader])], orders, [.. Enumerable.Range(0, institutions).Select(_ => chance.Next(0, 4))]);
        return GroupOrder.Apply(chance.Next(2) == 0 ? market : WithReserves(market, chance), leaders, chance.Next(2) == 0 ? GroupPriority.Best : GroupPriority.Worst);
    }

    public static Market WithReserves(Market market, System.Random chance) => new()
    {
        Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = market.Positions, Capacities = market.Capacities,
        Reserves = Array.ConvertAll(market.Capacities, capacity => (IReadOnlyList<Reserve>)[.. Enumerable.Range(0, chance.Next(3)).Select(number =>
            new Reserve($"R{number}", chance.Next(0, (capacity / 2) + 1), new BitArray([.. Enumerable.Range(0, market.Applicants.Count).Select(_ => chance.Next(2) == 0)]), chance.Next(2) == 0))]),
    };

    public static Market Without(Market market, int leader)
    {
        var positions = (int[])market.Positions.Clone();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
            for (var choice = 0; LeaderOf(market, applicant) == leader && choice < market.Preferences[applicant].Length; choice++)
                positions[market.Preferences.StartOf(applicant) + choice] = Market.NotAcceptable;
        return new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = positions, Capacities = market.Capacities, Leaders = market.Leaders,
            Reserves = market.Reserves,
        };
    }

    /// <summary>Members together, places and quotas kept, nobody alone would be taken where they would rather go, no group would find room besides all others.</summary>
    public static bool IsFair(Market market, int[] choices) => IsPossible(market, choices) && Wishes(market, choices).All(wish =>
        wish.Members.Length == 1 ? !wish.Taken.Contains(wish.Members[0]) : wish.Taken.Count < wish.Asking);

    /// <summary>As fair, and no group would be taken if others gave way.</summary>
    public static bool IsStable(Market market, int[] choices) =>
        IsPossible(market, choices) && Wishes(market, choices).All(wish => !wish.Members.All(wish.Taken.Contains));

    private static bool IsPossible(Market market, int[] choices)
    {
        var assignment = new Assignment(market, choices);
        return Enumerable.Range(0, market.Capacities.Length).All(institution => At(assignment, institution) is var there && Taken(market, institution, there).Count == there.Count)
            && Enumerable.Range(0, choices.Length).All(applicant =>
                choices[applicant] == choices[LeaderOf(market, applicant)] && (choices[applicant] < 0 || market.PositionOf(applicant, choices[applicant]) != Market.NotAcceptable));
    }

    private static int LeaderOf(Market market, int applicant) => market.Leaders?[applicant] ?? applicant;

    private static List<int> At(Assignment assignment, int institution) => [.. Enumerable.Range(0, assignment.Choices.Length).Where(applicant => assignment.InstitutionOf(applicant) == institution)];

    // Whom of the wishing and those who are there the institution would take, and how many that are.
    private static IEnumerable<(int[] Members, List<int> Taken, int Asking)> Wishes(Market market, int[] choices)
    {
        var assignment = new Assignment(market, choices);
        foreach (var members in Enumerable.Range(0, choices.Length).GroupBy(applicant => LeaderOf(market, applicant)).Select(group => group.ToArray()))
            for (var choice = 0; choice < (choices[members[0]] < 0 ? market.Preferences[members[0]].Length : choices[members[0]]); choice++)
            {
                var institution = market.Preferences[members[0]][choice];
                if (members.Any(member => market.PositionOf(member, choice) == Market.NotAcceptable))
                    continue;
                var asking = At(assignment, institution).Concat(members).ToList();
                yield return (members, Taken(market, institution, asking), asking.Count);
            }
    }

    // Place by place: the first of the order for each reserved place, then for each place of a reserve that may go to anybody and each open one.
    private static List<int> Taken(Market market, int institution, IEnumerable<int> asking)
    {
        var left = asking.OrderBy(applicant => market.PositionOf(applicant, market.Preferences[applicant].IndexOf(institution))).ToList();
        var taken = new List<int>();
        var open = market.Capacities[institution];
        foreach (var reserve in market.Reserves?[institution] ?? [])
            for (var place = 0; place < reserve.Places; place++)
                if (left.FindIndex(applicant => reserve.Members[applicant]) is var first && first >= 0)
                {
                    taken.Add(left[first]);
                    left.RemoveAt(first);
                    open--;
                }
                else if (reserve.IsStrict)
                {
                    open--;
                }

        return [.. taken, .. left.Take(open)];
    }

    private static int[] Shuffle(System.Random chance, int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        chance.Shuffle(items);
        return items;
    }
}
