using System.Globalization;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>An assignment as a table: <c>applicant, institution, rank</c>; institution and rank are empty for those without a place.</summary>
public static class AssignmentFile
{
    /// <summary>Writes an assignment, in the order of the applicants.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment.</param>
    public static void Write(TextWriter writer, Market market, Assignment assignment)
    {
        writer.Write("applicant,institution,rank\n");
        for (var applicant = 0; applicant < market.Applicants.Count; applicant++)
        {
            writer.Write(CsvField.Of(market.Applicants[applicant]));
            writer.Write(',');
            if (assignment.InstitutionOf(applicant) is var institution && institution != Assignment.None)
                writer.Write(CsvField.Of(market.Institutions[institution]));
            writer.Write(',');
            if (institution != Assignment.None)
                writer.Write((assignment.Choices[applicant] + 1).ToString(CultureInfo.InvariantCulture));
            writer.Write('\n');
        }
    }

    /// <summary>Reads an assignment for a market.</summary>
    /// <param name="file">The file.</param>
    /// <param name="market">The market.</param>
    /// <param name="mayHoldOthers">Whether applicants who are no longer in the market, or would no longer go there, are passed over as withdrawn; else they are a problem.</param>
    /// <exception cref="InputException">The file does not fit the market; every problem is listed.</exception>
    public static Assignment Read(string file, Market market, bool mayHoldOthers = false)
    {
        var problems = new List<InputProblem>();
        var choices = new int[market.Applicants.Count];
        var seen = new bool[choices.Length];
        Array.Fill(choices, Assignment.None);
        new CsvFile(file, problems).Read(["applicant", "institution"], _ => { }, row =>
        {
            var applicant = market.Applicants.NumberOf(row["applicant"]);
            if (applicant < 0)
            {
                if (!mayHoldOthers)
                    row.Problem("applicant", $"'{row["applicant"]}' is no applicant of the market");
                return;
            }

            if (seen[applicant])
                row.Problem("applicant", $"'{row["applicant"]}' stands on an earlier line too");
            seen[applicant] = true;
            if (row["institution"].IsEmpty)
                return;
            var institution = market.Institutions.NumberOf(row["institution"]);
            choices[applicant] = institution < 0 ? Assignment.None : market.Preferences[applicant].IndexOf(institution);
            if (choices[applicant] == Assignment.None && !mayHoldOthers)
                row.Problem("institution", $"'{row["institution"]}' is not on the applicant's list");
        });
        for (var applicant = 0; applicant < seen.Length && !mayHoldOthers; applicant++)
            if (!seen[applicant])
                problems.Add(new InputProblem(file, 0, "", $"applicant '{market.Applicants[applicant]}' is missing"));
        return problems.Count == 0 ? new Assignment(market, choices) : throw new InputException(problems);
    }
}
