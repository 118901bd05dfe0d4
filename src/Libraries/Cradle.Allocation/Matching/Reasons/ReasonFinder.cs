using Cradle.Allocation.Matching.Certificates;
using Cradle.Allocation.Matching.Markets;
using Cradle.Allocation.Matching.Tables;

namespace Cradle.Allocation.Matching.Reasons;

/// <summary>Works out for an applicant why each better choice was not met, and what would have changed the place.</summary>
/// <remarks>The other place is counted among those who asked in this assignment; a whole new run might let others ask elsewhere.</remarks>
public sealed class ReasonFinder
{
    private readonly MarketTables tables;
    private readonly Assignment assignment;
    private readonly WaitingLists waiting;
    private readonly int[] intakes;
    private readonly int[]? groupSizes;
    private readonly Dictionary<int, Seats> seats = [];

    /// <summary>Makes a finder.</summary>
    /// <param name="tables">The market with its scores.</param>
    /// <param name="assignment">Its assignment.</param>
    /// <param name="waiting">Its waiting lists.</param>
    public ReasonFinder(MarketTables tables, Assignment assignment, WaitingLists waiting)
    {
        this.tables = tables;
        this.assignment = assignment;
        this.waiting = waiting;
        intakes = assignment.Intakes();
        if (tables.Market.Leaders is not { } leaders)
            return;
        groupSizes = new int[leaders.Length];
        foreach (var leader in leaders)
            groupSizes[leader]++;
    }

    /// <summary>The reasons of an applicant, by choice.</summary>
    /// <param name="applicant">The applicant.</param>
    public IEnumerable<Reason> Of(int applicant)
    {
        var market = tables.Market;
        var met = assignment.Choices[applicant];
        for (var choice = 0; choice < (met == Assignment.None ? market.Preferences[applicant].Length : met); choice++)
        {
            var institution = market.Preferences[applicant][choice];
            var position = market.PositionOf(applicant, choice);
            var place = position == Market.NotAcceptable ? 0 : waiting.PlaceOf(institution, position);
            yield return new Reason(choice + 1, institution, CauseOf(applicant, institution, position, place), place, market.Capacities[institution], Otherwise(applicant, institution, place));
        }
    }

    private ReasonCause CauseOf(int applicant, int institution, int position, int place)
    {
        if (place == 0)
            return ReasonCause.NotListed;
        var isPassed = place < waiting.LastTaken(institution);
        var hasFree = intakes[institution] < tables.Market.Capacities[institution];
        if (!isPassed && !hasFree)
            return ReasonCause.Order;
        if (groupSizes is not null && groupSizes[tables.Market.Leaders![applicant]] > 1 && SeatsOf(institution).WouldTake([(position, applicant)]))
            return ReasonCause.Group;
        return isPassed ? ReasonCause.Reserve : ReasonCause.Quota;
    }

    private Seats SeatsOf(int institution)
    {
        if (!seats.TryGetValue(institution, out var found))
            seats[institution] = found = new Seats(tables.Market, institution, waiting.Taken(institution));
        return found;
    }

    private IReadOnlyList<(string Column, int Place)> Otherwise(int applicant, int institution, int place)
    {
        if (!tables.Scoring.IsScored(institution))
            return [];
        var found = new List<(string, int)>();
        for (var column = 0; column < tables.Scoring.Columns; column++)
        {
            if (tables.Scoring.PointsWithOneMore(applicant, institution, column) is not { } points)
                continue;
            var other = groupSizes is null
                ? PlaceWith(points, applicant, institution, place)
                : 1 + waiting.Askers(institution).TakeWhile(asker => asker != applicant && IsBefore(asker, institution, points, applicant)).Count();
            if (other < place)
                found.Add((tables.Scoring.Names[column], other));
        }

        return found;
    }

    // Where nobody stands with a group, the order is that of the points, so those before are found by halving.
    private int PlaceWith(double points, int applicant, int institution, int place)
    {
        int first = 1, end = place;
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (IsBefore(waiting.Asker(institution, middle), institution, points, applicant))
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }

    private bool IsBefore(int asker, int institution, double points, int applicant)
    {
        var theirs = tables.Scoring.Points(asker, institution);
        return theirs > points || (theirs == points && tables.Lots![asker] < tables.Lots[applicant]);
    }
}
