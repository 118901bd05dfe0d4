using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>
/// Fills places that have become free after withdrawals: a free place goes to the first of those who would rather have it, whose own place then goes on.
/// Nobody is moved against their wish, nobody else moves, and from a stable assignment the end is stable (Blum, Roth and Rothblum 1997).
/// </summary>
public static class VacancyChain
{
    /// <summary>Carries an assignment on.</summary>
    /// <param name="market">The market as it is now.</param>
    /// <param name="previous">The assignment before, with withdrawn applicants on <see cref="Assignment.None"/>.</param>
    public static Assignment Run(Market market, Assignment previous)
    {
        if (market.Leaders is not null || market.Reserves is not null)
            return GroupAcceptance.Continue(market, previous);
        var choices = previous.Choices.ToArray();
        var queues = Queues(market);
        var free = previous.Intakes();
        for (var institution = 0; institution < free.Length; institution++)
            free[institution] = market.Capacities[institution] - free[institution];
        var open = new Stack<int>(Enumerable.Range(0, free.Length).Where(institution => free[institution] > 0).Reverse());
        while (open.TryPop(out var institution))
        {
            // whoever passed a place over keeps one they like better, so the search of the queue never goes back
            while (free[institution] > 0 && queues[institution].TryDequeue(out var next))
            {
                var (applicant, choice) = next;
                if (choices[applicant] != Assignment.None && choices[applicant] <= choice)
                    continue;
                if (choices[applicant] != Assignment.None)
                {
                    var left = market.Preferences[applicant][choices[applicant]];
                    free[left]++;
                    open.Push(left);
                }

                choices[applicant] = choice;
                free[institution]--;
            }
        }

        return new Assignment(market, choices);
    }

    private static Queue<(int Applicant, int Choice)>[] Queues(Market market)
    {
        var lists = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int Position, int Applicant, int Choice)>()).ToArray();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
            for (var choice = 0; choice < market.Preferences[applicant].Length; choice++)
                if (market.PositionOf(applicant, choice) is var position && position != Market.NotAcceptable)
                    lists[market.Preferences[applicant][choice]].Add((position, applicant, choice));
        return Array.ConvertAll(lists, list => new Queue<(int, int)>(list.Order().Select(entry => (entry.Applicant, entry.Choice))));
    }
}
