using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>An assignment as a table: <c>applicant, institution, rank</c>; institution and rank are empty for those without a place.</summary>
public static class AssignmentFile
{
    /// <summary>Writes an assignment, in the order of the applicants.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static void Write(CsvOutput output, Market market, Assignment assignment)
    {
        output.Field("applicant").Field("institution").Field("rank").EndLine();
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            output.Field(market.Applicants.TextOf(applicant));
            if (assignment.InstitutionOf(applicant) is var institution && institution == Assignment.None)
                output.Field("").Field("").EndLine();
            else
                output.Field(market.Institutions.TextOf(institution)).Field(assignment.Choices[applicant] + 1).EndLine();
        }
    }

    /// <summary>Reads an assignment for a market.</summary>
    /// <param name="file">The file.</param>
    /// <param name="market">The market.</param>
    /// <param name="withdrawn">Takes the lines of applicants who are no longer in the market or would no longer go there; null where such a line is a problem.</param>
    /// <exception cref="InputException">The file does not fit the market; every problem is listed.</exception>
    public static Assignment Read(string file, Market market, ICollection<InputProblem>? withdrawn = null)
    {
        var problems = new List<InputProblem>();
        var mayHoldOthers = withdrawn is not null;
        var gone = mayHoldOthers ? new List<InputProblem>() : problems;
        var choices = new int[market.Applicants.Count];
        var seen = new bool[choices.Length];
        Array.Fill(choices, Assignment.None);
        new CsvFile(file, problems).Read(["applicant", "institution"], _ => { }, row =>
        {
            var applicant = market.Applicants.NumberOf(row["applicant"]);
            if (applicant < 0)
            {
                gone.Add(new InputProblem(file, row.Line, "applicant", $"'{row["applicant"]}' is no applicant of the market"));
                return;
            }

            if (seen[applicant])
                row.Problem("applicant", $"'{row["applicant"]}' stands on an earlier line too; keep one of them");
            seen[applicant] = true;
            if (row["institution"].IsEmpty)
                return;
            var institution = market.Institutions.NumberOf(row["institution"]);
            choices[applicant] = institution < 0 ? Assignment.None : market.Preferences[applicant].IndexOf(institution);
            if (choices[applicant] == Assignment.None)
                gone.Add(new InputProblem(file, row.Line, "institution", $"'{row["institution"]}' is not on the list of '{row["applicant"]}'"));
        });
        for (var applicant = 0; applicant < seen.Length && !mayHoldOthers; applicant++)
            if (!seen[applicant])
                problems.Add(new InputProblem(file, 0, "", $"applicant '{market.Applicants[applicant]}' is missing; add a line, with an empty institution where there is no place"));
        if (mayHoldOthers && market.Leaders is { } leaders)
            for (var applicant = 0; applicant < leaders.Length; applicant++)
                if (choices[applicant] != choices[leaders[applicant]])
                    problems.Add(new InputProblem(file, 0, "", $"'{market.Applicants[applicant]}' and '{market.Applicants[leaders[applicant]]}' are one group now and were not together; run the match without it"));
        if (mayHoldOthers)
            gone.ForEach(withdrawn!.Add);
        return problems.Count == 0 ? new Assignment(market, choices) : throw new InputException(problems);
    }
}
