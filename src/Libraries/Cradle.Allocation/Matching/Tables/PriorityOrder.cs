using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>Turns the lists and scores of institutions into the position of every preference; institutions are independent of one another.</summary>
internal sealed class PriorityOrder(ApplicantTable applicants, InstitutionTable institutions, Scoring scoring, ulong[]? lots, List<InputProblem> problems)
{
    private readonly int[] positions = new int[applicants.Preferences.Total];

    public int[] Positions()
    {
        Array.Fill(positions, Market.NotAcceptable);
        var askers = Askers();
        using var lists = new ThreadLocal<PriorityList>(() => new PriorityList(applicants.Ids, lots));
        var found = new List<InputProblem>();
        Parallel.For(0, institutions.Lines.Count, institution =>
        {
            if (institutions.Lines[institution].Priority is not { } text)
            {
                OrderByScore(institution, askers[institution]!);
                return;
            }

            foreach (var problem in lists.Value!.Read(text, institution, SetPosition))
                lock (found)
                    found.Add(new InputProblem(institutions.File, institutions.Lines[institution].Line, "priority", problem));
        });
        problems.AddRange(found.OrderBy(problem => problem.Line));
        return positions;
    }

    private void SetPosition(int applicant, int institution, int position)
    {
        var choice = applicants.Preferences[applicant].IndexOf(institution);
        if (choice >= 0)
            positions[applicants.Preferences.StartOf(applicant) + choice] = position;
    }

    private List<int>?[] Askers()
    {
        var askers = new List<int>?[institutions.Lines.Count];
        for (var institution = 0; institution < askers.Length; institution++)
            askers[institution] = institutions.Lines[institution].Priority is null ? [] : null;
        if (Array.TrueForAll(askers, list => list is null))
            return askers;
        for (var applicant = 0; applicant < applicants.Ids.Count; applicant++)
            foreach (var institution in applicants.Preferences[applicant])
                askers[institution]?.Add(applicant);
        return askers;
    }

    private void OrderByScore(int institution, List<int> asking)
    {
        var askers = asking.ToArray();
        var keys = Array.ConvertAll(askers, applicant => (-scoring.Points(applicant, institution), lots![applicant], applicant));
        Array.Sort(keys, askers);
        for (var place = 0; place < askers.Length; place++)
            SetPosition(askers[place], institution, place);
    }
}
