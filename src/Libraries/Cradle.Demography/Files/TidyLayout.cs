using Cradle.Demography.Population;
using Cradle.Demography.Uncertainty;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>
/// The layout of our own: a file for each thing, a row for each cell, and the unit in the name of the column, so that a unit cannot be
/// mistaken. A file without the column <c>division</c> holds for every division, a row of the years <c>2025-2050</c> for each of them.
/// </summary>
internal static class TidyLayout
{
    public const string Signature = "population.csv";

    private static readonly (string Column, Measure Measure)[] Population = [("persons", Measure.Persons), ("thousand_persons", Measure.ThousandPersons)];
    private static readonly (string Column, Measure Measure)[] Survival = [("survival", Measure.Survival)];
    private static readonly (string Column, Measure Measure)[] Mortality = [("deaths_per_person_year", Measure.DeathRate)];
    private static readonly (string Column, Measure Measure)[] Fertility = [("births_per_woman", Measure.BirthRate), ("births_per_1000_women", Measure.BirthRatePerThousand)];
    private static readonly (string Column, Measure Measure)[] SexRatio = [("boys_per_girl", Measure.SexRatio), ("boys_per_100_girls", Measure.SexRatioPerHundred)];
    private static readonly (string Column, Measure Measure)[] Migration = [("net_persons", Measure.NetPersons), ("net_thousand_persons", Measure.NetThousandPersons)];

    public static SourceTables Read(string folder, ProblemList problems)
    {
        var hasSurvival = File.Exists(Path.Combine(folder, "survival.csv"));
        return new SourceTables
        {
            Layout = "tidy",
            Source = new DirectoryInfo(folder).Name,
            Population = Cells("population", folder, Signature, Population, problems, isStock: true),
            Survival = hasSurvival
                ? Cells("survival", folder, "survival.csv", Survival, problems)
                : SurvivalFromRates.Convert(Cells("mortality", folder, "mortality.csv", Mortality, problems), problems),
            Fertility = Cells("fertility", folder, "fertility.csv", Fertility, problems, bySex: false, allAges: false),
            SexRatio = Cells("sex ratio at birth", folder, "sex_ratio_at_birth.csv", SexRatio, problems, bySex: false, allAges: false, byAge: false),
            Migration = File.Exists(Path.Combine(folder, "migration.csv")) ? Cells("net migration", folder, "migration.csv", Migration, problems) : null,
            Moves = File.Exists(Path.Combine(folder, "moves.csv")) ? Moves(folder, problems) : [],
            Bounds = File.Exists(Path.Combine(folder, "bounds.csv")) ? BoundsFile.Read(folder, problems) : null,
        };
    }

    private static Grid Cells(
        string what, string folder, string file, (string Column, Measure Measure)[] units, ProblemList problems, bool bySex = true, bool allAges = true, bool byAge = true, bool isStock = false)
    {
        List<string> required = ["year"];
        if (bySex)
            required.Add("sex");
        if (byAge)
            required.Add("age");
        var grid = new Grid(what, file, problems, allAges, isStock);
        if (CsvSheet.Read(folder, file, problems, [.. required]) is not { } sheet)
            return grid;
        if (Array.FindAll(units, unit => sheet.Has(unit.Column)) is not [var (column, measure)])
        {
            problems.Add(file, 1, $"The unit is not said: no column, or more than one, of {string.Join(", ", units.Select(unit => unit.Column))}.", "Keep exactly one of them.");
            return grid;
        }

        foreach (var row in sheet.Rows)
        {
            var (sex, age, value) = (bySex ? row.Sex("sex") : null, byAge ? row.Age("age") : 0, measure.Read(row, column));
            foreach (var year in row.Years("year"))
                grid.Add(row, sheet.Has("division") ? row["division"] : "", sex, year, age, value);
        }

        return grid.Complete();
    }

    private static List<Move> Moves(string folder, ProblemList problems)
    {
        var moves = new List<Move>();
        var seen = new Dictionary<(string, string, int, Sex, int), int>();
        foreach (var row in CsvSheet.Read(folder, "moves.csv", problems, "from", "to", "year", "sex", "age", "share")?.Rows ?? [])
        {
            if (row.Sex("sex") is not { } sex || row.Age("age") is not { } age || Measure.MoveRate.Read(row, "share") is not { } share)
                continue;
            if (row["from"] == row["to"])
            {
                row.Problem($"{row["from"]} moves to itself.", "Leave out those who stay.");
                continue;
            }

            foreach (var year in row.Years("year"))
            {
                if (seen.TryAdd((row["from"], row["to"], year, sex, age), row.Line))
                    moves.Add(new Move(row["from"], row["to"], year, sex, age, share, row.Line));
                else
                    row.Problem($"The move of {year} stands twice, first in line {seen[(row["from"], row["to"], year, sex, age)]}.", "Keep one of the two rows.");
            }
        }

        return moves;
    }
}
