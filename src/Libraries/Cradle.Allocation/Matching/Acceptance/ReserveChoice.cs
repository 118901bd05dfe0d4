using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>Whom an institution with reserves takes of those who ask.</summary>
internal static class ReserveChoice
{
    private const int MostOnStack = 512;

    public static int ApplicantOf(long candidate) => (int)(uint)candidate;

    /// <summary>Which candidate finds no place, or null; candidates, the position above and the applicant below, come in the institution's order, at most one more than have found places.</summary>
    public static int? Refused(Market market, int institution, List<long> candidates)
    {
        Span<bool> taken = candidates.Count <= MostOnStack ? stackalloc bool[candidates.Count] : new bool[candidates.Count];
        var left = market.Capacities[institution];
        foreach (var reserve in market.Reserves![institution])
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

        var refused = taken.LastIndexOf(false);
        return refused < 0 ? null : refused;
    }
}
