using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Reasons;

/// <summary>For every institution those who asked for it, in its order: who was taken and who waits.</summary>
public sealed class WaitingLists
{
    private readonly (int Position, int Applicant)[][] askers;
    private readonly Assignment assignment;

    /// <summary>Makes the lists.</summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">Its assignment; an applicant asked at every institution up to the one that took the applicant.</param>
    public WaitingLists(Market market, Assignment assignment)
    {
        this.assignment = assignment;
        var lists = Enumerable.Range(0, market.Institutions.Count).Select(_ => new List<(int, int)>()).ToArray();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            var list = market.Preferences[applicant];
            for (var choice = 0; choice < list.Length && (assignment.Choices[applicant] == Assignment.None || choice <= assignment.Choices[applicant]); choice++)
                if (market.PositionOf(applicant, choice) is var position && position != Market.NotAcceptable)
                    lists[list[choice]].Add((position, applicant));
        }

        askers = Array.ConvertAll(lists, list => list.Order().ToArray());
    }

    /// <summary>How many come before a position among those who asked, and one: 14 means 14th.</summary>
    /// <param name="institution">The institution.</param>
    /// <param name="position">The position in its order.</param>
    public int PlaceOf(int institution, int position)
    {
        var place = Array.BinarySearch(askers[institution], (position, -1));
        return (place < 0 ? ~place : place) + 1;
    }

    /// <summary>Those who asked, in the institution's order.</summary>
    /// <param name="institution">The institution.</param>
    public IEnumerable<int> Askers(int institution) => askers[institution].Select(asker => asker.Applicant);

    /// <summary>Those who asked and were not taken, in the institution's order.</summary>
    /// <param name="institution">The institution.</param>
    public IEnumerable<int> Waiting(int institution) => Askers(institution).Where(applicant => assignment.InstitutionOf(applicant) != institution);
}
