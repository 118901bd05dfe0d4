using Cradle.Demography.Scenarios;

namespace Cradle.Demography.Files;

/// <summary>
/// Reads a scenario: <c>year</c> and any of <c>tfr_change</c> (children per woman), <c>mean_age_change</c> (years),
/// <c>e0_change</c> (years), <c>net_migration_factor</c>. A year without a row has the changes of the last row before it.
/// </summary>
public static class ScenarioFile
{
    private static readonly string[] Columns = ["year", "tfr_change", "mean_age_change", "e0_change", "net_migration_factor"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ProjectionInputException">A field is wrong or a year stands twice.</exception>
    public static Scenario Read(string path)
    {
        var problems = new ProblemList();
        var years = new SortedList<int, ScenarioYear>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (CsvSheet.Read(folder, Path.GetFileName(path), problems, "year") is { } sheet)
        {
            if (sheet.Unknown(Columns) is { Count: > 0 } unknown)
                problems.Add(Path.GetFileName(path), 1, $"{string.Join(", ", unknown)}: no change is known by that name.", $"Write {string.Join(", ", Columns)}.");
            foreach (var row in sheet.Rows)
            {
                double Figure(string column, double otherwise) => sheet.Has(column) ? row.Number(column) ?? otherwise : otherwise;
                var change = new ScenarioYear(Figure("tfr_change", 0), Figure("mean_age_change", 0), Figure("e0_change", 0), Figure("net_migration_factor", 1));
                if (row.Year("year") is { } year && !years.TryAdd(year, change))
                    row.Problem($"The year {year} stands twice.", "Keep one of the two rows.");
            }
        }

        problems.ThrowIfAny();
        return new Scenario(Path.GetFileNameWithoutExtension(path), year => years.LastOrDefault(item => item.Key <= year).Value ?? new ScenarioYear());
    }
}
