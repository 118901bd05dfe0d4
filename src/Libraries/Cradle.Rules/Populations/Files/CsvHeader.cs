using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>Understands the header of a table: every column must mean something, none twice, and the family id must be there.</summary>
internal static class CsvHeader
{
    public static IReadOnlyList<CsvColumn> Read(CsvRows rows, CsvTable table, Vocabulary vocabulary, ColumnMapping mapping)
    {
        var columns = new List<CsvColumn>();
        var seen = new Dictionary<string, int>();
        foreach (var (index, name) in rows.Header.Index())
        {
            var path = mapping.PathOf(name);
            var column = Column(name, path, table, vocabulary) ?? throw Unknown(rows, index, name, path, table, vocabulary);
            column = column with { Words = mapping.WordsOf(path) };
            var meaning = column.Role is ColumnRole.Fact or ColumnRole.DueDate ? $"{column.Role} {column.Path}" : column.Role.ToString();
            if (column.Role != ColumnRole.Ignored && !seen.TryAdd(meaning, index))
                throw new PopulationFileException(rows.Name, rows.HeaderLine, $"columns {seen[meaning] + 1} and {index + 1} both are {path}.", "Keep one, or map the other to `ignore`.");
            columns.Add(column);
        }

        if (!columns.Exists(column => column.Role == ColumnRole.FamilyId))
            throw new PopulationFileException(rows.Name, rows.HeaderLine, rows.Header.Count == 0 ? "the file is empty." : "no column is called familyId.",
                "Give every row the id of its family; a mapping file says what your column is called.");
        if (table == CsvTable.Elders && !columns.Exists(column => column.Role == ColumnRole.ElderOf))
            throw new PopulationFileException(rows.Name, rows.HeaderLine, "no column is called parent.", "Say in `parent` whose parent the elder is: mother or father.");
        return columns;
    }

    private static CsvColumn? Column(string name, string path, CsvTable table, Vocabulary vocabulary)
    {
        var role = path switch
        {
            "familyId" or "family.id" => ColumnRole.FamilyId,
            "weight" when table == CsvTable.Families => ColumnRole.Weight,
            CsvFiles.ChildrenKnown when table == CsvTable.Families => ColumnRole.ChildrenKnown,
            CsvFiles.MotherEldersKnown when table == CsvTable.Families => ColumnRole.MotherEldersKnown,
            CsvFiles.FatherEldersKnown when table == CsvTable.Families => ColumnRole.FatherEldersKnown,
            "parent" when table == CsvTable.Elders => ColumnRole.ElderOf,
            ColumnMapping.Ignore => ColumnRole.Ignored,
            _ => ColumnRole.Fact,
        };
        if (role != ColumnRole.Fact)
            return new CsvColumn(name, role, default, null);
        path = Full(path, table);
        if (path.StartsWith("children[", StringComparison.Ordinal) && path.EndsWith("].dueDate", StringComparison.Ordinal)
            && FactPathReader.TryRead(vocabulary, path.Replace("dueDate", "birthDate", StringComparison.Ordinal), out var due))
            return new CsvColumn(name, ColumnRole.DueDate, due, null);
        return FactPathReader.TryRead(vocabulary, path, out var fact) && fact.Fact is { Path: not "expected" } ? new CsvColumn(name, ColumnRole.Fact, fact, null) : null;
    }

    /// <summary>The path as the JSON contract writes it; in tables of one entity the entity need not be named.</summary>
    private static string Full(string path, CsvTable table) => table switch
    {
        CsvTable.Children => "children[0]." + Without(path, "child."),
        CsvTable.Elders => "mother.parentsInHospital[0]." + Without(path, "elder."),
        _ => Without(path, "family."),
    };

    private static string Without(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;

    private static PopulationFileException Unknown(CsvRows rows, int index, string name, string path, CsvTable table, Vocabulary vocabulary)
    {
        if (path.EndsWith("idNumber", StringComparison.Ordinal))
            return new PopulationFileException(rows.Name, rows.HeaderLine, $"column {index + 1} holds identity numbers.", "Take it out: a population for rehearsal holds no number of a person.");
        if (name.Any(sign => char.IsControl(sign) && sign != '\t') || name.Contains(TextFile.Replacement, StringComparison.Ordinal))
            return new PopulationFileException(rows.Name, rows.HeaderLine, "this is no table of text.", "Unpack it if it is compressed, and save it as comma-separated values in UTF-8 or GBK.");
        if (rows.Header.Count == 1 && name.AsSpan().IndexOfAny(';', '\t') >= 0)
            return new PopulationFileException(rows.Name, rows.HeaderLine, "the cells are not separated by commas.", "Save the table as comma-separated values.");
        var nearest = vocabulary.Facts.Select(fact => string.Join('.', fact.JsonPath)).MinBy(other => Distance(other, path[(path.LastIndexOf('.') + 1)..]));
        return new PopulationFileException(rows.Name, rows.HeaderLine, $"column {index + 1}, {(name.Length > 0 ? name : "without a name")}, is no fact of the vocabulary{(nearest is null ? "" : $"; the nearest is {nearest}")}.",
            $"Correct it, or say in a mapping file what it means or that it is to be ignored{(table == CsvTable.Families ? " (columns are named like mother.employment, children[0].birthDate)" : "")}.");
    }

    /// <summary>Edit distance of the last parts (Wagner and Fischer, 1974).</summary>
    private static int Distance(string path, string word)
    {
        var other = path[(path.LastIndexOf('.') + 1)..];
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < word.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i + 1);
            for (var j = 0; j < other.Length; j++)
            {
                left = Math.Min(diagonal + (word[i] == other[j] ? 0 : 1), Math.Min(left, row[j + 1]) + 1);
                (diagonal, row[j + 1]) = (row[j + 1], left);
            }
        }

        return row[^1];
    }
}
