using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>
/// Whom an institution takes of those who ask: it fills its reserves in their order with the first members, then its open places with the first of all others.
/// Whoever is taken is also taken when fewer ask, and the refused may be left away without changing who is taken.
/// </summary>
internal static class ReserveChoice
{
    private const int MostOnStack = 512;

    /// <summary>A candidate: the position above, the applicant below, so that candidates sort in the institution's order.</summary>
    public static long Candidate(int position, int applicant) => ((long)position << 32) | (uint)applicant;

    public static int ApplicantOf(long candidate) => (int)(uint)candidate;

    /// <summary>Which candidate finds no place, or null; candidates come in the institution's order, at most one more than have found places.</summary>
    public static int? Refused(Market market, int institution, List<long> candidates)
    {
        Span<bool> taken = candidates.Count <= MostOnStack ? stackalloc bool[candidates.Count] : new bool[candidates.Count];
        Take(market, institution, candidates, taken);
        var refused = taken.LastIndexOf(false);
        return refused < 0 ? null : refused;
    }

    /// <summary>Tells for every candidate, in the institution's order, whether it is taken.</summary>
    public static void Take(Market market, int institution, List<long> candidates, Span<bool> taken)
    {
        taken.Clear();
        var left = market.Capacities[institution];
        foreach (var reserve in market.Reserves?[institution] ?? [])
        {
            var places = Math.Min(reserve.Places, left);
            for (var place = 0; place < candidates.Count && places > 0; place++)
            {
                if (taken[place] || !reserve.Members[ApplicantOf(candidates[place])])
                    continue;
                taken[place] = true;
                places--;
                left--;
            }

            left -= reserve.IsStrict ? places : 0;
        }

        for (var place = 0; place < candidates.Count && left > 0; place++)
        {
            left -= taken[place] ? 0 : 1;
            taken[place] = true;
        }
    }
}
