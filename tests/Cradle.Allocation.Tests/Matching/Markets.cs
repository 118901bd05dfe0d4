using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Tests.Matching;

/// <summary>Small random markets and every assignment of them.</summary>
internal static class Markets
{
    public static Market Random(System.Random chance)
    {
        int applicants = chance.Next(1, 6), institutions = chance.Next(1, 4);
        var lists = Enumerable.Range(0, applicants).Select(_ => Shuffle(chance, institutions).Take(chance.Next(0, institutions + 1)).ToArray()).ToArray();
        var orders = Enumerable.Range(0, institutions).Select(_ => Shuffle(chance, applicants).Take(chance.Next(0, applicants + 1)).ToArray()).ToArray();
        return Of(lists, orders, [.. Enumerable.Range(0, institutions).Select(_ => chance.Next(0, 3))]);
    }

    public static Market Of(int[][] lists, int[][] orders, int[] capacities)
    {
        var preferences = new JaggedInts();
        var positions = new List<int>();
        for (var applicant = 0; applicant < lists.Length; applicant++)
        {
            preferences.Add(lists[applicant]);
            foreach (var institution in lists[applicant])
                positions.Add(Array.IndexOf(orders[institution], applicant) is var place && place < 0 ? Market.NotAcceptable : place);
        }

        return new Market
        {
            Applicants = Ids("A", lists.Length), Institutions = Ids("I", orders.Length), Preferences = preferences, Positions = [.. positions], Capacities = capacities,
        };
    }

    /// <summary>The market where one applicant hands in another list.</summary>
    public static Market WithList(Market market, int applicant, int[] list)
    {
        var lists = Enumerable.Range(0, market.Applicants.Count).Select(a => a == applicant ? list : market.Preferences[a].ToArray()).ToArray();
        return Of(lists, OrdersOf(market), market.Capacities);
    }

    public static int[][] Lists(int institutions)
    {
        var lists = new List<int[]> { Array.Empty<int>() };
        for (var at = 0; at < lists.Count; at++)
            lists.AddRange(Enumerable.Range(0, institutions).Where(institution => !lists[at].Contains(institution)).Select(institution => (int[])[.. lists[at], institution]).ToList());
        return [.. lists];
    }

    /// <summary>Every assignment without a blocking pair, found by trying all and looking at every pair.</summary>
    public static List<int[]> AllStable(Market market) => [.. All(market).Where(choices => IsStable(market, choices))];

    /// <summary>Every assignment, of those that hold and those that do not.</summary>
    public static IEnumerable<int[]> All(Market market) => All(market, 0, new int[market.Applicants.Count]);

    public static bool IsStable(Market market, int[] choices)
    {
        var assignment = new Assignment(market, choices);
        var intakes = assignment.Intakes();
        for (var institution = 0; institution < intakes.Length; institution++)
            if (intakes[institution] > market.Capacities[institution])
                return false;
        for (var applicant = 0; applicant < choices.Length; applicant++)
        {
            if (choices[applicant] >= 0 && market.PositionOf(applicant, choices[applicant]) == Market.NotAcceptable)
                return false;
            var list = market.Preferences[applicant];
            for (var choice = 0; choice < (choices[applicant] < 0 ? list.Length : choices[applicant]); choice++)
            {
                var position = market.PositionOf(applicant, choice);
                var later = Enumerable.Range(0, choices.Length).Any(other => assignment.InstitutionOf(other) == market.Preferences[applicant][choice] && market.PositionOf(other, choices[other]) > position);
                if (position != Market.NotAcceptable && (later || intakes[market.Preferences[applicant][choice]] < market.Capacities[market.Preferences[applicant][choice]]))
                    return false;
            }
        }

        return true;
    }

    // Institutions nobody may enter by a preference keep their order through a full list of those who could.
    private static int[][] OrdersOf(Market market)
    {
        var known = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int Position, int Applicant)>()).ToArray();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
            for (var choice = 0; choice < market.Preferences[applicant].Length; choice++)
                if (market.PositionOf(applicant, choice) != Market.NotAcceptable)
                    known[market.Preferences[applicant][choice]].Add((market.PositionOf(applicant, choice), applicant));
        return Array.ConvertAll(known, list => list.Order().Select(entry => entry.Applicant).ToArray());
    }

    private static IEnumerable<int[]> All(Market market, int applicant, int[] choices)
    {
        if (applicant == choices.Length)
            return [(int[])choices.Clone()];
        return Enumerable.Range(-1, market.Preferences[applicant].Length + 1).SelectMany(choice =>
        {
            choices[applicant] = choice;
            return All(market, applicant + 1, choices);
        });
    }

    private static IdTable Ids(string letter, int count)
    {
        var ids = new IdTable();
        for (var number = 0; number < count; number++)
            ids.TryAdd(FormattableString.Invariant($"{letter}{number}"));
        return ids;
    }

    private static int[] Shuffle(System.Random chance, int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        chance.Shuffle(items);
        return items;
    }
}
