namespace Cradle.Rules.Populations.Files;

/// <summary>The tables of a population.</summary>
/// <param name="Families">Families with their parents; wide, also with children.</param>
/// <param name="Children">Children; null where there is no such table.</param>
/// <param name="Elders">Parents' own parents in hospital; null where there is no such table.</param>
/// <param name="Mapping">What foreign headers and words mean.</param>
public sealed record CsvFiles(string Families, string? Children, string? Elders, ColumnMapping Mapping)
{
    /// <summary>The name of the table of families in a folder.</summary>
    public const string FamiliesName = "families.csv";

    /// <summary>The name of the table of children in a folder.</summary>
    public const string ChildrenName = "children.csv";

    /// <summary>The name of the table of elders in a folder.</summary>
    public const string EldersName = "elders.csv";

    /// <summary>The column of families that says whether their children are known.</summary>
    internal const string ChildrenKnown = "childrenKnown";

    /// <summary>The column of families that says whether the mother's parents in hospital are known.</summary>
    internal const string MotherEldersKnown = "mother.eldersKnown";

    /// <summary>The same of the father's.</summary>
    internal const string FatherEldersKnown = "father.eldersKnown";

    /// <summary>All tables there are.</summary>
    public IEnumerable<string> All => new[] { Families, Children, Elders }.OfType<string>();

    /// <summary>A folder with families.csv and perhaps children.csv and elders.csv, or one wide table.</summary>
    /// <exception cref="FileNotFoundException">There is no such folder or file.</exception>
    public static CsvFiles At(string path, ColumnMapping? mapping = null)
    {
        if (File.Exists(path))
            return new CsvFiles(path, null, null, mapping ?? ColumnMapping.None);
        var families = Path.Combine(path, FamiliesName);
        return File.Exists(families)
            ? new CsvFiles(families, Existing(path, ChildrenName), Existing(path, EldersName), mapping ?? ColumnMapping.None)
            : throw new FileNotFoundException($"There is no population at {path}: neither a file, nor a folder with {FamiliesName}.");
    }

    private static string? Existing(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;
}
