using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Tests.Matching;

/// <summary>Small random markets with groups, judged by the definitions, applicant by applicant.</summary>
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
        return GroupOrder.Apply(market, leaders, chance.Next(2) == 0 ? GroupPriority.Best : GroupPriority.Worst);
    }

    public static Market Without(Market market, int leader)
    {
        var positions = (int[])market.Positions.Clone();
        for (var applicant = 0; applicant < market.Leaders!.Length; applicant++)
            for (var choice = 0; market.Leaders[applicant] == leader && choice < market.Preferences[applicant].Length; choice++)
                positions[market.Preferences.StartOf(applicant) + choice] = Market.NotAcceptable;
        return new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = positions, Capacities = market.Capacities, Leaders = market.Leaders,
        };
    }

    /// <summary>Members together, capacities kept, nobody alone passed over, no group with free places enough where it would rather go.</summary>
    public static bool IsFair(Market market, int[] choices) => IsPossible(market, choices) && Wishes(market, choices).All(wish =>
        wish.Members.Length == 1 ? wish.Before + 1 > wish.Capacity : wish.Taken + wish.Members.Length > wish.Capacity);

    /// <summary>As fair, and no group passed over.</summary>
    public static bool IsStable(Market market, int[] choices) =>
        IsPossible(market, choices) && Wishes(market, choices).All(wish => wish.Before + wish.Members.Length > wish.Capacity);

    private static bool IsPossible(Market market, int[] choices)
    {
        var assignment = new Assignment(market, choices);
        var intakes = assignment.Intakes();
        return Enumerable.Range(0, intakes.Length).All(institution => intakes[institution] <= market.Capacities[institution])
            && Enumerable.Range(0, choices.Length).All(applicant =>
                choices[applicant] == choices[market.Leaders![applicant]] && (choices[applicant] < 0 || market.PositionOf(applicant, choices[applicant]) != Market.NotAcceptable));
    }

    private static IEnumerable<(int[] Members, int Before, int Taken, int Capacity)> Wishes(Market market, int[] choices)
    {
        var assignment = new Assignment(market, choices);
        foreach (var members in Enumerable.Range(0, choices.Length).GroupBy(applicant => market.Leaders![applicant]).Select(group => group.ToArray()))
            for (var choice = 0; choice < (choices[members[0]] < 0 ? market.Preferences[members[0]].Length : choices[members[0]]); choice++)
            {
                var institution = market.Preferences[members[0]][choice];
                if (members.Any(member => market.PositionOf(member, choice) == Market.NotAcceptable))
                    continue;
                var there = Enumerable.Range(0, choices.Length).Where(other => assignment.InstitutionOf(other) == institution).ToArray();
                var before = there.Count(other => market.PositionOf(other, choices[other]) < market.PositionOf(members[0], choice));
                yield return (members, before, there.Length, market.Capacities[institution]);
            }
    }

    private static int[] Shuffle(System.Random chance, int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        chance.Shuffle(items);
        return items;
    }
}
