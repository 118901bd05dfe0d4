using System.Globalization;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// What a column of the applicants' table says: a number for the applicant, or numbers for some institutions (<c>K1:0.8 K2:3</c>; <c>K1</c> alone is 1).
/// </summary>
internal sealed class ApplicantColumn
{
    private readonly List<double> values = [];
    private readonly List<int> ends = [];
    private readonly List<(int Institution, double Number)> here = [];

    /// <summary>Whether it speaks of institutions one by one.</summary>
    public bool IsPerInstitution => here.Count > 0;

    /// <summary>Adds the next applicant's field; gives what is wrong with it, or null.</summary>
    public string? Add(ReadOnlySpan<char> field, IdTable institutions)
    {
        var applicant = values.Count;
        values.Add(0);
        ends.Add(here.Count);
        if (field.IsEmpty)
            return null;
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && institutions.NumberOf(field) < 0)
        {
            if (!double.IsFinite(number))
                return $"'{field}' is not a finite number; write digits, such as 2";
            values[applicant] = number;
            return null;
        }

        foreach (var range in field.Split(' '))
        {
            var part = field[range];
            if (part.IsEmpty)
                continue;
            var colon = part.LastIndexOf(':');
            var institution = institutions.NumberOf(colon < 0 ? part : part[..colon]);
            number = 1;
            if (institution < 0 || (colon >= 0 && !double.TryParse(part[(colon + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out number)) || !double.IsFinite(number))
                return $"'{part}' is neither a number nor an institution, nor an institution and a number as in K1:0.8; write one of these";
            here.Add((institution, number));
        }

        ends[applicant] = here.Count;

        return null;
    }

    /// <summary>The number for an applicant at an institution; null when the column speaks of institutions and not of this one.</summary>
    public double? Value(int applicant, int institution)
    {
        if (!IsPerInstitution)
            return values[applicant];
        var start = applicant == 0 ? 0 : ends[applicant - 1];
        for (var place = ends[applicant] - 1; place >= start; place--)
            if (here[place].Institution == institution)
                return here[place].Number;
        return null;
    }

    public bool IsMember(int applicant, int institution) => Value(applicant, institution) > 0;
}
