using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>Turns the lists and scores of institutions into the position of every preference; institutions are independent of one another.</summary>
internal sealed class PriorityOrder(ApplicantTable applicants, InstitutionTable institutions, Scoring scoring, ulong[]? lots, List<InputProblem> problems)
{
    private readonly int[] positions = new int[applicants.Preferences.Total];
    private readonly int[] starts = new int[institutions.Lines.Count + 1];

    public int[] Positions()
    {
        Array.Fill(positions, Market.NotAcceptable);
        var askers = Askers();
        using var lists = new ThreadLocal<PriorityList>(() => new PriorityList(applicants.Ids, lots));
        var found = new List<InputProblem>();
        Parallel.For(0, institutions.Lines.Count, institution =>
        {
            var asking = askers.AsSpan(starts[institution]..starts[institution + 1]);
            var line = institutions.Lines[institution];
            if (line.Priority is null)
                OrderByScore(institution, asking);
            else
                foreach (var problem in lists.Value!.Read(line.Priority, asking, positions))
                    lock (found)
                        found.Add(new InputProblem(institutions.File, line.Line, "priority", problem));
        });
        problems.AddRange(found.OrderBy(problem => problem.Line));
        return positions;
    }

    private Asker[] Askers()
    {
        for (var applicant = 0; applicant < applicants.Ids.Count; applicant++)
            foreach (var institution in applicants.Preferences[applicant])
                starts[institution + 1]++;
        for (var institution = 1; institution < starts.Length; institution++)
            starts[institution] += starts[institution - 1];
        var askers = new Asker[positions.Length];
        var next = (int[])starts.Clone();
        for (var applicant = 0; applicant < applicants.Ids.Count; applicant++)
        {
            var hash = IdTable.Hash(applicants.Ids.TextOf(applicant));
            var preference = applicants.Preferences.StartOf(applicant);
            foreach (var institution in applicants.Preferences[applicant])
                askers[next[institution]++] = new Asker(applicant, preference++, hash);
        }

        return askers;
    }

    private void OrderByScore(int institution, ReadOnlySpan<Asker> asking)
    {
        var preferences = new int[asking.Length];
        var keys = new Standing[asking.Length];
        for (var place = 0; place < asking.Length; place++)
        {
            var applicant = asking[place].Applicant;
            (preferences[place], keys[place]) = (asking[place].Preference, new Standing(scoring.Points(applicant, institution), lots![applicant], applicant));
        }

        Array.Sort(keys, preferences);
        for (var place = 0; place < preferences.Length; place++)
            positions[preferences[place]] = place;
    }
}
