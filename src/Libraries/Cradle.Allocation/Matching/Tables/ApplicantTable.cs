using System.Runtime.InteropServices;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>The applicants' table: ids, lists, the columns that scores and reserves speak of, and who stays together.</summary>
internal sealed class ApplicantTable
{
    private readonly InstitutionTable institutions;
    private readonly string[] names;
    private readonly string? together;
    private readonly IdTable groups = new();
    private readonly List<int> firstOfGroup = [];
    private readonly List<int> list = [];
    private int[] columnIndexes = [];
    private int applicantIndex;
    private int preferencesIndex;
    private int togetherIndex;

    public ApplicantTable(string file, InstitutionTable institutions, string? together, List<InputProblem> problems)
    {
        this.institutions = institutions;
        this.together = together;
        names = [.. institutions.ScoreNames.Concat(institutions.ReserveColumns.Select(column => column.Name)).Distinct()];
        Columns = names.ToDictionary(name => name, _ => new ApplicantColumn(), StringComparer.Ordinal);
        new CsvFile(file, problems).Read(["applicant", "preferences", .. names, .. together is null ? Array.Empty<string>() : [together]], ReadHeader, ReadRow);
    }

    public IdTable Ids { get; } = new();

    public JaggedInts Preferences { get; } = new();

    public IReadOnlyDictionary<string, ApplicantColumn> Columns { get; }

    /// <summary>For every applicant the first of the group, where groups are kept together.</summary>
    public List<int> Leaders { get; } = [];

    private void ReadHeader(IReadOnlyList<string> header)
    {
        var at = header.ToList();
        applicantIndex = at.IndexOf("applicant");
        preferencesIndex = at.IndexOf("preferences");
        togetherIndex = together is null ? -1 : at.IndexOf(together);
        columnIndexes = Array.ConvertAll(names, at.IndexOf);
    }

    private void ReadRow(CsvRow row)
    {
        var applicant = Preferences.Count;
        var id = row[applicantIndex];
        if (id.IsEmpty || id.Contains(' '))
            row.Problem("applicant", $"'{id}' is not an id; an id is not empty and holds no space; give it one");
        else if (!Ids.TryAdd(id))
            row.Problem("applicant", $"'{id}' stands on an earlier line too; an applicant has one line; keep one of them or give this one another id");
        list.Clear();
        var text = row[preferencesIndex];
        foreach (var range in text.Split(' '))
            if (!text[range].IsEmpty)
                Prefer(row, text[range]);
        Preferences.Add(CollectionsMarshal.AsSpan(list));
        for (var column = 0; column < names.Length; column++)
            if (Columns[names[column]].Add(row[columnIndexes[column]], institutions.Ids) is { } problem && institutions.IsWhole)
                row.Problem(names[column], problem);
        if (together is not null)
            Join(row, row[togetherIndex], applicant);
    }

    private void Prefer(CsvRow row, ReadOnlySpan<char> id)
    {
        var institution = institutions.Ids.NumberOf(id);
        if (institution < 0 && !institutions.IsWhole)
            return;
        if (institution < 0)
            row.Problem("preferences", $"'{id}' is no institution of {Path.GetFileName(institutions.File)}; correct it or add the institution there");
        else if (list.Contains(institution))
            row.Problem("preferences", $"'{id}' is named twice; name it once");
        else
            list.Add(institution);
    }

    private void Join(CsvRow row, ReadOnlySpan<char> group, int applicant)
    {
        if (group.IsEmpty || groups.TryAdd(group))
        {
            if (!group.IsEmpty)
                firstOfGroup.Add(applicant);
            Leaders.Add(applicant);
            return;
        }

        var leader = firstOfGroup[groups.NumberOf(group)];
        Leaders.Add(leader);
        if (!Preferences[applicant].SequenceEqual(Preferences[leader]))
            row.Problem("preferences", $"is not the list of the first member of group '{group}'; members of a group have one list; give them the same");
    }
}
