using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Certificates;

/// <summary>
/// Checks an assignment against the market alone, whoever made it. For each institution it finds the last position taken, and then looks whether somebody
/// before that position would rather have gone there: one pass over all lists.
/// </summary>
public static class StabilityCheck
{
    /// <summary>Every objection; none when the assignment is stable, keeps to capacities and sends nobody where they did not ask.</summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static IEnumerable<Objection> Objections(Market market, Assignment assignment)
    {
        var intake = new int[market.Institutions.Count];
        var members = new List<(int Position, int Applicant)>[intake.Length];
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            var choice = assignment.Choices[applicant];
            if (choice == Assignment.None)
                continue;
            var institution = market.Preferences[applicant][choice];
            if (market.PositionOf(applicant, choice) == Market.NotAcceptable)
                yield return Object(market, applicant, institution, "the institution does not take this applicant");
            intake[institution]++;
            (members[institution] ??= []).Add((market.PositionOf(applicant, choice), applicant));
        }

        for (var institution = 0; institution < intake.Length; institution++)
            if (intake[institution] > market.Capacities[institution])
                yield return new Objection("", market.Institutions[institution], FormattableString.Invariant($"takes {intake[institution]} where it has {market.Capacities[institution]} places"));
        if (market.Leaders is not null)
        {
            foreach (var objection in new GroupCheck(market, assignment).Objections())
                yield return objection;
            yield break;
        }

        var seats = Enumerable.Range(0, intake.Length).Select(institution => new Seats(market, institution, members[institution] ?? [])).ToArray();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            var choice = assignment.Choices[applicant];
            var end = choice == Assignment.None ? market.Preferences[applicant].Length : choice;
            for (var better = 0; better < end; better++)
                if (seats[market.Preferences[applicant][better]].WouldTake(applicant, market.PositionOf(applicant, better)) is { } reason)
                    yield return Object(market, applicant, market.Preferences[applicant][better], reason);
        }
    }

    /// <summary>
    /// Groups that an institution passed over for others later in its order: those who have to give way for the group to find room. In a stable assignment
    /// there are none; but with groups no stable one need exist, so these are told and are no objections.
    /// </summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static IEnumerable<Objection> PassedOver(Market market, Assignment assignment) =>
        market.Leaders is null ? [] : new GroupCheck(market, assignment).PassedOver();

    private static Objection Object(Market market, int applicant, int institution, string reason) =>
        new(market.Applicants[applicant], market.Institutions[institution], reason);
}
