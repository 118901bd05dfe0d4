using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>
/// Applicants ask in the order of their lists; an institution holds the first of its order and lets others go on asking (Gale and Shapley 1962). No
/// applicant and institution would rather have each other, and no other such outcome is better for any applicant; telling the truth is never worse
/// for an applicant (Dubins and Freedman 1981; Roth 1982). None of that is certain with groups, see <see cref="StabilityCheck.PassedOver"/>.
/// </summary>
public static class DeferredAcceptance
{
    private const int CheckEvery = 65_536;

    /// <summary>Runs the procedure.</summary>
    /// <param name="market">The market.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static Assignment Run(Market market, CancellationToken cancellation = default)
    {
        if (market.Leaders is not null)
            return GroupAcceptance.Run(market, cancellation);
        if (market.Reserves is not null)
            return ReservedAcceptance.Run(market, cancellation);
        var starts = StartsOf(market);
        var positions = new int[starts[^1]];
        var applicants = new int[starts[^1]];
        var counts = new int[market.Institutions.Count];
        var choices = new int[market.Applicants.Count];
        for (var applicant = 0; applicant < choices.Length; applicant++)
        {
            if (applicant % CheckEvery == 0)
                cancellation.ThrowIfCancellationRequested();
            for (var asking = applicant; asking >= 0;)
                asking = Ask(asking);
        }

        for (var applicant = 0; applicant < choices.Length; applicant++)
            choices[applicant] = choices[applicant] < market.Preferences[applicant].Length ? choices[applicant] : Assignment.None;
        return new Assignment(market, choices);

        // Gives who has to go on asking, or -1 when everybody is held or at the end of the list.
        int Ask(int applicant)
        {
            var list = market.Preferences[applicant];
            for (ref var choice = ref choices[applicant]; choice < list.Length; choice++)
            {
                var institution = list[choice];
                var position = market.PositionOf(applicant, choice);
                var capacity = starts[institution + 1] - starts[institution];
                if (position == Market.NotAcceptable || capacity == 0)
                    continue;
                var slice = starts[institution]..starts[institution + 1];
                var held = new HeldApplicants(positions.AsSpan(slice), applicants.AsSpan(slice), counts[institution]);
                if (held.Count < capacity)
                {
                    held.Add(applicant, position);
                    counts[institution] = held.Count;
                    return -1;
                }

                if (position < held.LastPosition)
                {
                    var leaving = held.Last;
                    held.ReplaceLast(applicant, position);
                    choices[leaving]++;
                    return leaving;
                }
            }

            return -1;
        }
    }

    // No institution can hold more than ask it, whatever its capacity says.
    private static int[] StartsOf(Market market)
    {
        var asking = new int[market.Institutions.Count];
        for (var applicant = 0; applicant < market.Preferences.Count; applicant++)
            foreach (var institution in market.Preferences[applicant])
                asking[institution]++;
        var starts = new int[asking.Length + 1];
        for (var institution = 0; institution < asking.Length; institution++)
            starts[institution + 1] = starts[institution] + Math.Min(market.Capacities[institution], asking[institution]);
        return starts;
    }
}
