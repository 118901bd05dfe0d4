using Cradle.Demography.Mortality;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>
/// The layout of World Population Prospects extracts: counts in thousands, one column for each sex, TFR, sex ratio, life expectancy and
/// their bounds in <c>annual_inputs.csv</c>.
/// </summary>
internal static class UnitedNationsLayout
{
    public const string Signature = "annual_inputs.csv";
    private const string Population = "pop_1jan_single_age_recovered.csv";
    private const string Fertility = "asfr_single_age.csv";
    private const string Survival = "mx_survival_single_age_reconstructed.csv";
    private const string Migration = "net_migration_single_age.csv";

    public static SourceTables Read(string folder, ProblemList problems)
    {
        var annual = CsvSheet.Read(folder, Signature, problems, "year", "tfr", "srb", "e0M", "e0F", "net_migration");
        var sexRatio = new Grid("sex ratio at birth", Signature, problems, allAges: false);
        foreach (var row in annual?.Rows ?? [])
            sexRatio.Add(row, "", null, row.Year("year"), 0, Measure.SexRatio.Read(row, "srb"));
        return new SourceTables
        {
            Layout = "un",
            Source = "United Nations, World Population Prospects",
            Population = BySexes("population", folder, Population, "male", "female", Measure.ThousandPersons, problems, isStock: true),
            Survival = BySexes("survival", folder, Survival, "survM", "survF", Measure.Survival, problems),
            Migration = BySexes("net migration", folder, Migration, "male", "female", Measure.NetThousandPersons, problems),
            Fertility = Rates(folder, problems),
            SexRatio = sexRatio.Complete(),
            Bounds = annual is null ? null : Bounds(annual),
            Controls = annual is null ? [] : [.. Controls(annual)],
        };
    }

    private static Grid BySexes(string what, string folder, string file, string male, string female, Measure measure, ProblemList problems, bool isStock = false)
    {
        var grid = new Grid(what, file, problems, isStock: isStock);
        foreach (var row in CsvSheet.Read(folder, file, problems, "year", "age", male, female)?.Rows ?? [])
        {
            var (year, age) = (row.Year("year"), row.Age("age"));
            grid.Add(row, "", Sex.Male, year, age, measure.Read(row, male));
            grid.Add(row, "", Sex.Female, year, age, measure.Read(row, female));
        }

        return grid.Complete();
    }

    private static Grid Rates(string folder, ProblemList problems)
    {
        var grid = new Grid("fertility", Fertility, problems, allAges: false);
        foreach (var row in CsvSheet.Read(folder, Fertility, problems, "year", "age", "asfr")?.Rows ?? [])
            grid.Add(row, "", null, row.Year("year"), row.Age("age"), Measure.BirthRate.Read(row, "asfr"));
        return grid.Complete();
    }

    // The single ages have to add up to the totals, else one of the two files is in another unit or of another revision.
    private static IEnumerable<ControlTotal> Controls(CsvSheet annual)
    {
        foreach (var row in annual.Rows)
        {
            if (row.Year("year") is not { } year)
                continue;
            if (row.Number("tfr") is { } tfr)
                yield return new ControlTotal(Signature, row.Line, year, "tfr", tfr, 0.01 * tfr, (inputs, y) => Columns.Sum(inputs.Fertility[y]));
            foreach (var (sex, column) in new[] { (Sex.Male, "e0M"), (Sex.Female, "e0F") })
            {
                if (row.Number(column) is { } expectancy)
                    yield return new ControlTotal(Signature, row.Line, year, column, expectancy, 0.5, (inputs, y) => SurvivalSchedule.LifeExpectancy(inputs.Survival[sex][y]));
            }

            if (row.Number("net_migration") is { } net)
                yield return new ControlTotal(Signature, row.Line, year, "net_migration", net * 1000, 5000 + Math.Abs(net) * 10, (inputs, y) => Columns.Sum(inputs.NetMigration.Male[y]) + Columns.Sum(inputs.NetMigration.Female[y]));
        }
    }

    private static IndicatorBounds? Bounds(CsvSheet annual)
    {
        string[] columns = ["tfr_80l", "tfr_80u", "tfr_95l", "tfr_95u", "e0M_95l", "e0M_95u", "e0F_95l", "e0F_95u", "mig_95l", "mig_95u"];
        if (!columns.All(annual.Has))
            return null;
        var rows = annual.Rows.Where(row => columns.All(column => row[column].Length > 0)).ToList();
        if (rows.Count == 0)
            return null;
        YearSeries Series(string column, double factor = 1) =>
            new(rows[0].Year("year") ?? 0, [.. rows.Select(row => (row.Number(column) ?? 0) * factor)]);
        return new IndicatorBounds(
            new QuantileBand(Series("tfr"), Series("tfr_80l"), Series("tfr_80u"), Series("tfr_95l"), Series("tfr_95u")),
            new BySex<QuantileBand>(
                QuantileBand.From95(Series("e0M"), Series("e0M_95l"), Series("e0M_95u")),
                QuantileBand.From95(Series("e0F"), Series("e0F_95l"), Series("e0F_95u"))),
            QuantileBand.From95(Series("net_migration", 1000), Series("mig_95l", 1000), Series("mig_95u", 1000)));
    }
}
