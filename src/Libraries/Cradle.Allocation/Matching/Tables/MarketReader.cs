using System.Collections;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Groups;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// Reads a market from two tables. Applicants: <c>applicant, preferences</c> (institutions, the best first, spaces between) and columns that scores or
/// reserves speak of. Institutions: <c>institution, capacity</c>, then <c>priority</c> (applicants, the first to be taken first; <c>A=B</c> are equal and
/// the lot decides), or <c>score:COLUMN</c> rules, and <c>reserve:COLUMN</c>, <c>quota:COLUMN</c> places for applicants whose column is above 0.
/// An applicant whom a priority list leaves out is not acceptable there. Without list and scores the lot decides alone.
/// </summary>
public static class MarketReader
{
    /// <summary>Reads the tables.</summary>
    /// <param name="applicants">File of the applicants.</param>
    /// <param name="institutions">File of the institutions.</param>
    /// <param name="seed">Seed of the lots, see <see cref="Lots"/>.</param>
    /// <param name="together">Column of the applicants' table whose equal values are placed together; empty cells are nobody's group.</param>
    /// <param name="priority">Where a group stands in an order.</param>
    /// <exception cref="InputException">Something in the files is wrong; every problem is listed.</exception>
    public static MarketTables Read(string applicants, string institutions, int seed = 0, string? together = null, GroupPriority priority = GroupPriority.Best)
    {
        var problems = new List<InputProblem>();
        var taking = new InstitutionTable(institutions, problems);
        var asking = new ApplicantTable(applicants, taking, together, problems);
        Stop(problems);
        var scoring = new Scoring([.. taking.ScoreNames.Select(name => (name, asking.Columns[name]))], [.. taking.Lines.Select(line => line.Rules)]);
        var lots = taking.Lines.Exists(line => line.Priority is not { } list || list.Contains('=', StringComparison.Ordinal)) ? Lots.Draw(asking.Ids, seed) : null;
        var positions = new PriorityOrder(asking, taking, scoring, lots, problems).Positions();
        Stop(problems);
        var market = new Market
        {
            Applicants = asking.Ids, Institutions = taking.Ids, Preferences = asking.Preferences, Positions = positions, Capacities = [.. taking.Capacities],
            Reserves = taking.ReserveColumns.Count == 0 ? null : Reserves(asking, taking),
        };
        var notListed = positions.LongCount(position => position == Market.NotAcceptable);
        return new MarketTables(together is null ? market : GroupOrder.Apply(market, [.. asking.Leaders], priority), scoring, lots, notListed);
    }

    private static void Stop(List<InputProblem> problems)
    {
        if (problems.Count > 0)
            throw new InputException(problems);
    }

    private static IReadOnlyList<Reserve>[] Reserves(ApplicantTable applicants, InstitutionTable institutions)
    {
        var everywhere = applicants.Columns.Where(column => !column.Value.IsPerInstitution).ToDictionary(column => column.Key, column => Members(column.Value, 0));
        var reserves = new IReadOnlyList<Reserve>[institutions.Lines.Count];
        for (var institution = 0; institution < reserves.Length; institution++)
        {
            var here = new List<Reserve>();
            foreach (var ((name, isStrict), places) in institutions.ReserveColumns.Zip(institutions.Lines[institution].Reserves))
                if (places > 0)
                    here.Add(new Reserve(name, places, everywhere.GetValueOrDefault(name) ?? Members(applicants.Columns[name], institution), isStrict));
            reserves[institution] = here;
        }

        return reserves;

        BitArray Members(ApplicantColumn column, int institution)
        {
            var members = new BitArray(applicants.Ids.Count);
            for (var applicant = 0; applicant < members.Length; applicant++)
                members[applicant] = column.IsMember(applicant, institution);
            return members;
        }
    }
}
