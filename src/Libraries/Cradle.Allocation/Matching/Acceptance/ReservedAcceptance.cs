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
        var held = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<long>()).ToArray();
        // with no more than this many everybody finds one of the places that anybody may have
        var openFrom = held.Select((_, institution) => market.Capacities[institution] - market.Reserves![institution].Sum(reserve => reserve.IsStrict ? reserve.Places : 0)).ToArray();
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
            var candidate = ((long)market.PositionOf(applicant, choices[applicant]) << 32) | (uint)applicant;
            candidates.Insert(~candidates.BinarySearch(candidate), candidate);
            if (candidates.Count <= openFrom[institution] || ReserveChoice.Refused(market, institution, candidates) is not { } place)
                continue;
            var refused = ReserveChoice.ApplicantOf(candidates[place]);
            candidates.RemoveAt(place);
            choices[refused]++;
            asking.Push(refused);
        }

        for (var applicant = 0; applicant < choices.Length; applicant++)
            choices[applicant] = choices[applicant] < market.Preferences[applicant].Length ? choices[applicant] : Assignment.None;
        return new Assignment(market, choices);
    }
}
