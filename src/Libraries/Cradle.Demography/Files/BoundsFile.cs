using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;

namespace Cradle.Demography.Files;

/// <summary>
/// <c>bounds.csv</c>: <c>year, indicator, median, lower80, upper80, lower95, upper95</c>, where the indicator is <c>tfr</c>,
/// <c>e0_male</c>, <c>e0_female</c> (years), <c>net_migration</c> (persons) or <c>moves</c> (factor on all moves between divisions); the last two may be left out.
/// </summary>
internal static class BoundsFile
{
    private const string Name = "bounds.csv";
    private static readonly string[] Known = ["tfr", "e0_male", "e0_female", "net_migration", "moves"];
    private static readonly string[] Optional = ["net_migration", "moves"];
    private static readonly string[] Quantiles = ["lower95", "lower80", "median", "upper80", "upper95"];

    public static IndicatorBounds? Read(string folder, ProblemList problems)
    {
        if (CsvSheet.Read(folder, Name, problems, ["year", "indicator", .. Quantiles]) is not { } sheet)
            return null;
        var rows = Known.ToDictionary(name => name, _ => new SortedDictionary<int, double[]>(), StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            if (!rows.TryGetValue(row["indicator"], out var years))
                row.Problem($"indicator: '{row["indicator"]}' is not known.", $"Write one of {string.Join(", ", Known)}.");
            else if (row.Year("year") is { } year && Figures(row) is { } figures && !years.TryAdd(year, figures))
                row.Problem($"{row["indicator"]} of {year} stands twice.", "Keep one of the two rows.");
        }

        // what is missing may be in a row refused
        if (problems.Concern(Name))
            return null;
        foreach (var (name, years) in rows)
        {
            if (years.Count == 0 && !Optional.Contains(name))
                problems.Add(Name, 0, $"{name} is missing.", "Add its rows.");
            else if (years.Count > 0 && years.Keys.Last() - years.Keys.First() + 1 != years.Count)
                problems.Add(Name, 0, $"The years of {name} have a gap.", "Give every year between the first and the last.");
        }

        return problems.IsEmpty
            ? new IndicatorBounds(Band(rows["tfr"]), new BySex<QuantileBand>(Band(rows["e0_male"]), Band(rows["e0_female"])), BandOrNull(rows["net_migration"]), BandOrNull(rows["moves"]))
            : null;
    }

    private static double[]? Figures(CsvRow row)
    {
        var figures = new double[Quantiles.Length];
        for (var index = 0; index < figures.Length; index++)
        {
            if (row.Number(Quantiles[index]) is not { } figure)
                return null;
            figures[index] = figure;
            if (index > 0 && figure < figures[index - 1])
            {
                row.Problem($"{Quantiles[index]} is less than {Quantiles[index - 1]}.", "Order the bounds from lower95 to upper95.");
                return null;
            }
        }

        return figures;
    }

    private static QuantileBand? BandOrNull(SortedDictionary<int, double[]> years) => years.Count > 0 ? Band(years) : null;

    private static QuantileBand Band(SortedDictionary<int, double[]> years)
    {
        YearSeries Series(int index) => new(years.Keys.First(), [.. years.Values.Select(figures => figures[index])]);
        return new QuantileBand(Series(2), Series(1), Series(3), Series(0), Series(4));
    }
}
