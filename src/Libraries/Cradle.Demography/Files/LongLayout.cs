namespace Cradle.Demography.Files;

/// <summary>The long layout of engine checks: one <c>value</c> a row, by <c>time_start</c>, <c>sex</c> and <c>age_start</c>; counts in persons.</summary>
internal static class LongLayout
{
    public const string Signature = "in_pop_base.csv";
    private const string Survival = "in_survival_ratio_patched.csv";
    private const string Fertility = "in_asfr.csv";
    private const string SexRatio = "in_srb.csv";
    private const string Migration = "in_net_migration.csv";

    public static SourceTables Read(string folder, ProblemList problems) => new()
    {
        Layout = "long",
        Source = new DirectoryInfo(folder).Name,
        Population = Cells("population", folder, Signature, Measure.Persons, problems, isStock: true),
        Survival = Cells("survival", folder, Survival, Measure.Survival, problems, indicator: "lt_Sx"),
        Migration = Cells("net migration", folder, Migration, Measure.NetPersons, problems),
        Fertility = Cells("fertility", folder, Fertility, Measure.BirthRate, problems, bySex: false, allAges: false),
        SexRatio = Cells("sex ratio at birth", folder, SexRatio, Measure.SexRatio, problems, bySex: false, allAges: false, byAge: false),
    };

    private static Grid Cells(
        string what, string folder, string file, Measure measure, ProblemList problems, bool bySex = true, bool allAges = true, bool byAge = true, bool isStock = false, string? indicator = null)
    {
        List<string> required = ["time_start", "value"];
        if (bySex)
            required.Add("sex");
        if (byAge)
            required.Add("age_start");
        if (indicator is not null)
            required.Add("indicator");
        var grid = new Grid(what, file, problems, allAges, isStock);
        foreach (var row in CsvSheet.Read(folder, file, problems, [.. required])?.Rows ?? [])
        {
            if (indicator is not null && row["indicator"] != indicator)
                row.Problem($"indicator: '{row["indicator"]}' stands where {indicator} is expected.", $"Keep only rows of {indicator}.");
            else
                grid.Add(row, "", bySex ? row.Sex("sex") : null, row.Year("time_start"), byAge ? row.Age("age_start") : 0, measure.Read(row, "value"));
        }

        return grid.Complete();
    }
}
