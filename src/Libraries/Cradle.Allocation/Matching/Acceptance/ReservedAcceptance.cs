using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>
/// Deferred acceptance where institutions keep places for groups. Each institution fills its reserves in their order with the first members, then its
/// open places with the first of all others; of everybody who asks it chooses anew (Hafalir, Yenmez and Yildirim 2013; Kominers and Sönmez 2016).
/// </summary>
internal static class ReservedAcceptance
{
    public static Assignment Run(Market market, CancellationToken cancellation)
    {
        var held = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int Position, int Applicant)>()).ToArray();
        var choices = new int[market.Applicants.Count];
        var asking = new Stack<int>(Enumerable.Range(0, choices.Length).Reverse());
        while (asking.TryPop(out var applicant))
        {
            cancellation.ThrowIfCancellationRequested();
            var list = market.Preferences[applicant];
            while (choices[applicant] < list.Length && market.PositionOf(applicant, choices[applicant]) == Market.NotAcceptable)
                choices[applicant]++;
            if (choices[applicant] == list.Length)
                continue;
            var institution = list[choices[applicant]];
            var candidates = held[institution];
            var candidate = (market.PositionOf(applicant, choices[applicant]), applicant);
            candidates.Insert(~candidates.BinarySearch(candidate), candidate);
            if (ReserveChoice.Refused(market, institution, candidates) is { } refused)
            {
                candidates.RemoveAll(held => held.Applicant == refused);
                choices[refused]++;
                asking.Push(refused);
            }
        }

        for (var applicant = 0; applicant < choices.Length; applicant++)
            choices[applicant] = choices[applicant] < market.Preferences[applicant].Length ? choices[applicant] : Assignment.None;
        return new Assignment(market, choices);
    }
}
