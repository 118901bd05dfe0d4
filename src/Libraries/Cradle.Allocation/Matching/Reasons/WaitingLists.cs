using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Reasons;

/// <summary>For every institution those who asked for it, in its order: who was taken and who waits.</summary>
public sealed class WaitingLists
{
    // position above, applicant and whether taken below: sorts as one number
    private readonly ulong[] askers;
    private readonly int[] starts;
    private readonly int[] lastTaken;

    /// <summary>Makes the lists.</summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">Its assignment; an applicant asked at every institution up to the one that took the applicant.</param>
    public WaitingLists(Market market, Assignment assignment)
    {
        starts = new int[market.Institutions.Count + 1];
        ForAskers(market, assignment, (institution, _, _) => starts[institution + 1]++);
        for (var institution = 0; institution < starts.Length - 1; institution++)
            starts[institution + 1] += starts[institution];
        askers = new ulong[starts[^1]];
        var next = starts.AsSpan().ToArray();
        ForAskers(market, assignment, (institution, position, asker) => askers[next[institution]++] = ((ulong)(uint)position << 32) | asker);
        lastTaken = new int[market.Institutions.Count];
        Parallel.For(0, lastTaken.Length, institution =>
        {
            askers.AsSpan(starts[institution]..starts[institution + 1]).Sort();
            var place = starts[institution + 1] - 1;
            while (place >= starts[institution] && !IsTaken(askers[place]))
                place--;
            lastTaken[institution] = place < starts[institution] ? -1 : place - starts[institution];
        });
    }

    /// <summary>How many come before a position among those who asked, and one: 14 means 14th.</summary>
    /// <param name="institution">The institution.</param>
    /// <param name="position">The position in its order.</param>
    public int PlaceOf(int institution, int position)
    {
        var place = askers.AsSpan(starts[institution]..starts[institution + 1]).BinarySearch((ulong)(uint)position << 32);
        return (place < 0 ? ~place : place) + 1;
    }

    /// <summary>The place, from 1, of the last of those taken; 0 when nobody was.</summary>
    /// <param name="institution">The institution.</param>
    public int LastTaken(int institution) => lastTaken[institution] + 1;

    /// <summary>How many asked.</summary>
    /// <param name="institution">The institution.</param>
    public int AskerCount(int institution) => starts[institution + 1] - starts[institution];

    /// <summary>Who asked with a place.</summary>
    /// <param name="institution">The institution.</param>
    /// <param name="place">The place, from 1.</param>
    public int Asker(int institution, int place) => ApplicantOf(askers[starts[institution] + place - 1]);

    /// <summary>Those who asked, in the institution's order.</summary>
    /// <param name="institution">The institution.</param>
    public IEnumerable<int> Askers(int institution) => Enumerable.Range(1, AskerCount(institution)).Select(place => Asker(institution, place));

    /// <summary>Those who asked and were not taken, in the institution's order.</summary>
    /// <param name="institution">The institution.</param>
    public IEnumerable<int> Waiting(int institution) =>
        new ArraySegment<ulong>(askers, starts[institution], AskerCount(institution)).Where(asker => !IsTaken(asker)).Select(ApplicantOf);

    internal List<(int Position, int Applicant)> Taken(int institution) =>
        [.. new ArraySegment<ulong>(askers, starts[institution], AskerCount(institution)).Where(IsTaken).Select(asker => ((int)(asker >> 32), ApplicantOf(asker)))];

    private static bool IsTaken(ulong asker) => (asker & 1) != 0;

    private static int ApplicantOf(ulong asker) => (int)((uint)asker >> 1);

    private static void ForAskers(Market market, Assignment assignment, Action<int, int, uint> add)
    {
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            var list = market.Preferences[applicant];
            for (var choice = 0; choice < list.Length && (assignment.Choices[applicant] == Assignment.None || choice <= assignment.Choices[applicant]); choice++)
                if (market.PositionOf(applicant, choice) is var position && position != Market.NotAcceptable)
                    add(list[choice], position, ((uint)applicant << 1) | (choice == assignment.Choices[applicant] ? 1u : 0));
        }
    }
}
