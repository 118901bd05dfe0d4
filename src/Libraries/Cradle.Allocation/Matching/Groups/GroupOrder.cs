using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>Puts the members of a group next to one another in every institution's order.</summary>
public static class GroupOrder
{
    /// <summary>The market with groups: one that an institution does not take in full it does not take at all.</summary>
    /// <param name="market">The market without groups.</param>
    /// <param name="leaders">For every applicant the first applicant of the group, or the applicant when alone; members have one list.</param>
    /// <param name="priority">Where a group stands.</param>
    public static Market Apply(Market market, int[] leaders, GroupPriority priority)
    {
        var keys = KeysOfLeaders(market, leaders, priority);
        var askers = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int Key, int Position, int Index)>()).ToArray();
        var positions = new int[market.Positions.Length];
        Array.Fill(positions, Market.NotAcceptable);
        for (var applicant = 0; applicant < leaders.Length; applicant++)
        {
            var (start, ofLeader) = (market.Preferences.StartOf(applicant), market.Preferences.StartOf(leaders[applicant]));
            for (var choice = 0; choice < market.Preferences[applicant].Length; choice++)
                if (keys[ofLeader + choice] != Market.NotAcceptable)
                    askers[market.Preferences[applicant][choice]].Add((keys[ofLeader + choice], market.Positions[start + choice], start + choice));
        }

        foreach (var list in askers)
        {
            list.Sort();
            for (var place = 0; place < list.Count; place++)
                positions[list[place].Index] = place;
        }

        return new Market
        {
            Applicants = market.Applicants, Institutions = market.Institutions, Preferences = market.Preferences, Positions = positions, Capacities = market.Capacities,
            Reserves = market.Reserves, Leaders = leaders,
        };
    }

    private static int[] KeysOfLeaders(Market market, int[] leaders, GroupPriority priority)
    {
        var keys = (int[])market.Positions.Clone();
        for (var applicant = 0; applicant < leaders.Length; applicant++)
        {
            if (!market.Preferences[applicant].SequenceEqual(market.Preferences[leaders[applicant]]))
                throw new ArgumentException($"'{market.Applicants[applicant]}' and '{market.Applicants[leaders[applicant]]}' are in one group and have different lists; a group has one list.", nameof(leaders));
            for (var choice = 0; choice < market.Preferences[applicant].Length; choice++)
            {
                var own = market.PositionOf(applicant, choice);
                ref var key = ref keys[market.Preferences.StartOf(leaders[applicant]) + choice];
                // the last of all positions stands for "not taken", so one member who is not taken rules the group out either way
                key = priority == GroupPriority.Worst || own == Market.NotAcceptable || key == Market.NotAcceptable ? Math.Max(key, own) : Math.Min(key, own);
            }
        }

        return keys;
    }
}
