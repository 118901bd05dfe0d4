using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>Whom an institution with reserves takes of those who ask.</summary>
internal static class ReserveChoice
{
    /// <summary>The one candidate who finds no place, or null; candidates come in the institution's order, at most one more than have found places.</summary>
    public static int? Refused(Market market, int institution, List<(int Position, int Applicant)> candidates)
    {
        var taken = new bool[candidates.Count];
        var left = market.Capacities[institution];
        foreach (var reserve in market.Reserves![institution])
        {
            var places = Math.Min(reserve.Places, left);
            for (var place = 0; place < candidates.Count && places > 0; place++)
            {
                if (taken[place] || !reserve.Members[candidates[place].Applicant])
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

        var refused = Array.LastIndexOf(taken, false);
        return refused < 0 ? null : candidates[refused].Applicant;
    }
}
