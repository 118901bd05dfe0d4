using System.Diagnostics.CodeAnalysis;

namespace Cradle.Primitives;

/// <summary>
/// The divisions on file (data/divisions): every province, and below it whatever has been entered. It answers names in
/// Chinese and English, children, searches, and what became of a code that is no longer used, which matters because an
/// identity number keeps the code of its first day.
/// </summary>
public sealed class DivisionCatalogue
{
    private const int NoFit = int.MaxValue;
    private static readonly Division NationEntry = new(DivisionCode.Nation, "全国", "China", "全国", "", "北京市");
    private readonly SortedDictionary<DivisionCode, Division> divisions;
    private readonly ILookup<DivisionCode, Division> childrenByParent;
    private readonly ILookup<DivisionCode, DivisionChange> changesByOldCode;

    private DivisionCatalogue(
        SortedDictionary<DivisionCode, Division> divisions, IReadOnlyList<DivisionChange> changes, IReadOnlyList<ManagedArea> areas)
    {
        this.divisions = divisions;
        Changes = changes;
        ManagedAreas = areas;
        childrenByParent = divisions.Values.Where(d => d.Code != DivisionCode.Nation).ToLookup(d => d.Code.Parent!.Value);
        changesByOldCode = changes.ToLookup(c => c.OldCode);
    }

    /// <summary>All divisions that exist today, in code order, beginning with the nation.</summary>
    public IReadOnlyCollection<Division> All => divisions.Values;

    /// <summary>All changes on file.</summary>
    public IReadOnlyList<DivisionChange> Changes { get; }

    /// <summary>Areas that have an administration but no code.</summary>
    public IReadOnlyList<ManagedArea> ManagedAreas { get; }

    /// <summary>Reads the folder data/divisions; its README says what the files hold.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="ReferenceDataException">A line cannot be read, a code stands twice or lacks its parent.</exception>
    public static DivisionCatalogue Load(string directory)
    {
        var divisions = new SortedDictionary<DivisionCode, Division> { [DivisionCode.Nation] = NationEntry };
        foreach (var path in Directory.EnumerateFiles(directory, "??-*.csv").Order(StringComparer.Ordinal))
        {
            ReadDivisions(path, divisions);
        }

        var changes = ReadChanges(Path.Combine(directory, "changes.csv"), divisions);
        var areas = ReadAreas(Path.Combine(directory, "managed-areas.csv"), divisions);
        return new DivisionCatalogue(divisions, changes, areas);
    }

    /// <summary>The division of that code, or null when it is not in use or not on file.</summary>
    /// <param name="code">The code.</param>
    public Division? Find(DivisionCode code) => divisions.GetValueOrDefault(code);

    /// <summary>The division of that code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="division">The division, or null when the code is not in use or not on file.</param>
    public bool TryFind(DivisionCode code, [NotNullWhen(true)] out Division? division) => divisions.TryGetValue(code, out division);

    /// <summary>The division one level up, or null for the nation and codes that are not on file.</summary>
    /// <param name="code">The code.</param>
    public Division? Parent(DivisionCode code) => code.Parent is { } parent ? Find(parent) : null;

    /// <summary>The divisions one level down, in code order; empty where none are on file.</summary>
    /// <param name="code">The code.</param>
    public IEnumerable<Division> Children(DivisionCode code) => childrenByParent[code];

    /// <summary>The full Chinese name with the levels above, such as 吉林省长春市朝阳区; null when the code is not on file.</summary>
    /// <param name="code">The code.</param>
    public string? FullNameZh(DivisionCode code) => PathTo(code) is { } path ? string.Concat(path.Select(d => d.NameZh)) : null;

    /// <summary>The full English name from the narrowest level up, such as Chaoyang District, Changchun City, Jilin Province; null when not on file.</summary>
    /// <param name="code">The code.</param>
    public string? FullNameEn(DivisionCode code) => PathTo(code) is { } path ? string.Join(", ", path.Reverse().Select(d => d.NameEn)) : null;

    /// <summary>
    /// Divisions whose name fits the words, best first: the exact name, then names that begin with it, then names that
    /// contain it; within each, wider divisions first. Chinese full, short or one-character names and English names count,
    /// in any case; several words must all fit the place or the places above it (吉林 朝阳).
    /// </summary>
    /// <param name="text">One or more words.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<Division> Search(string text, int limit = 20)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        return
        [
            .. divisions.Values
                .Select(division => (division, rank: Rank(division, words)))
                .Where(hit => hit.rank < NoFit)
                .OrderBy(hit => hit.rank).ThenBy(hit => hit.division.Code.Level).ThenBy(hit => hit.division.Code)
                .Take(limit)
                .Select(hit => hit.division),
        ];
    }

    /// <summary>
    /// What became of a code: the division itself when it is in use, its successors when it is not (followed through every
    /// later change), nothing when it was never on file.
    /// </summary>
    /// <param name="code">A code of any time, such as one from an identity number.</param>
    public IReadOnlyList<Division> Today(DivisionCode code)
    {
        if (Find(code) is { } inUse)
        {
            return [inUse];
        }

        return [.. EndsOf(code).SelectMany(change => Today(change.NewCode)).Distinct()];
    }

    /// <summary>Every change of a code, in order: its end, or a new name under the same code; empty when none is on file.</summary>
    /// <param name="code">The code.</param>
    public IEnumerable<DivisionChange> ChangesOf(DivisionCode code) => changesByOldCode[code].OrderBy(change => change.Date);

    private IEnumerable<DivisionChange> EndsOf(DivisionCode code) => changesByOldCode[code].Where(change => change.NewCode != code);

    private int Rank(Division division, string[] words)
    {
        // The last word names the place; words before it may name a place above.
        var rank = NameRank(division, words[^1]);
        for (var i = 0; i < words.Length - 1 && rank < NoFit; i++)
        {
            var above = PathTo(division.Code)!.SkipLast(1);
            rank = above.Any(d => NameRank(d, words[i]) < NoFit) ? rank : NoFit;
        }

        return rank;
    }

    private static int NameRank(Division division, string word)
    {
        ReadOnlySpan<string> names = [division.NameZh, division.ShortZh, division.Abbreviation, division.NameEn];
        var rank = NoFit;
        foreach (var name in names)
        {
            rank = Math.Min(rank, FitOf(name, word));
        }

        return rank;
    }

    private static int FitOf(string name, string word)
    {
        const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
        if (name.Equals(word, AnyCase))
        {
            return 0;
        }

        return name.StartsWith(word, AnyCase) ? 1 : name.Contains(word, AnyCase) ? 2 : NoFit;
    }

    // From the province down to the division; the nation names only itself.
    private IReadOnlyList<Division>? PathTo(DivisionCode code)
    {
        if (Find(code) is not { } self)
        {
            return null;
        }

        var path = new List<Division> { self };
        for (var parent = Parent(code); parent is not null && parent.Code != DivisionCode.Nation; parent = Parent(parent.Code))
        {
            path.Insert(0, parent);
        }

        return path;
    }

    private static void ReadDivisions(string path, SortedDictionary<DivisionCode, Division> divisions)
    {
        using var reader = new StreamReader(path);
        var table = CsvTable.Read(Path.GetFileName(path), reader, "code", "name_zh", "name_en", "short_zh", "abbreviation", "seat_zh");
        foreach (var row in table.Rows)
        {
            var code = row.Division("code");
            var division = new Division(code, row["name_zh"], row["name_en"], row["short_zh"], row["abbreviation"], row["seat_zh"]);
            if (code.Parent is not { } parent || !divisions.ContainsKey(parent))
            {
                throw row.Error($"{code}: the division above it is not listed before it");
            }

            if (!divisions.TryAdd(code, division))
            {
                throw row.Error($"{code} is listed twice");
            }
        }
    }

    private static List<DivisionChange> ReadChanges(string path, SortedDictionary<DivisionCode, Division> divisions)
    {
        using var reader = new StreamReader(path);
        var table = CsvTable.Read(Path.GetFileName(path), reader, "old_code", "old_name_zh", "new_code", "date", "precision", "note");
        var rows = table.Rows.ToList();
        var oldCodes = rows.Select(row => row.Division("old_code")).ToHashSet();
        return rows.ConvertAll(row =>
        {
            var newCode = row.Division("new_code");
            if (!divisions.ContainsKey(newCode) && !oldCodes.Contains(newCode))
            {
                throw row.Error($"new_code {newCode} is neither in use nor changed later");
            }

            return Enum.TryParse<DatePrecision>(row["precision"], ignoreCase: true, out var precision)
                ? new DivisionChange(row.Division("old_code"), row["old_name_zh"], newCode, row.Date("date"), precision, row["note"])
                : throw row.Error($"precision: '{row["precision"]}' is not day, month or year");
        });
    }

    private static List<ManagedArea> ReadAreas(string path, SortedDictionary<DivisionCode, Division> divisions)
    {
        using var reader = new StreamReader(path);
        var table = CsvTable.Read(Path.GetFileName(path), reader, "id", "name_zh", "name_en", "within", "note");
        return table.Rows.Select(row =>
        {
            var within = row.Divisions("within");
            return within.Count > 0 && within.All(divisions.ContainsKey)
                ? new ManagedArea(row["id"], row["name_zh"], row["name_en"], within, row["note"])
                : throw row.Error($"within: '{row["within"]}' names a division that is not on file");
        }).ToList();
    }
}
