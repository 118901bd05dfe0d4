using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;

namespace Cradle.Demography.Files;

/// <summary>Cuts the years to be projected out of the tables of a folder.</summary>
internal sealed class CaseAssembly(SourceTables tables, ProblemList problems)
{
    public ProjectionCase? Build(int? from, int? to)
    {
        var divisions = tables.Population.Divisions.Order(StringComparer.Ordinal).ToList();
        if (Years(divisions, from, to) is not var (first, last))
            return null;
        var inputs = divisions.Select(division => InputsOf(division, first, last)).ToList();
        if (!problems.IsEmpty)
            return null;
        foreach (var control in tables.Controls.Where(control => control.Year >= first && control.Year <= last))
            Check(control, inputs[0]!);
        return new ProjectionCase
        {
            Layout = tables.Layout,
            Source = tables.Source,
            Divisions = [.. divisions.Zip(inputs, (division, input) => new DivisionInputs(division, input!))],
            Moves = tables.Moves.Count > 0 ? new MoveAssembly(tables.Moves, problems).Build(divisions, first, last) : null,
            Bounds = tables.Bounds,
            Notes = to is null ? [.. Notes(divisions, last)] : [],
        };
    }

    // without this a file that ends early would shorten the projection unseen
    private IEnumerable<string> Notes(List<string> divisions, int last) =>
        from grid in new[] { tables.Survival, tables.Fertility, tables.SexRatio, tables.Migration }.OfType<Grid>()
        let years = Common(divisions, grid, grid == tables.Fertility || grid == tables.SexRatio ? [null] : Sexes)
        where years.Max > last
        select string.Create(CultureInfo.InvariantCulture, $"{grid.File} goes to {years.Max}, but other inputs end with {last}: nothing is projected after it.");

    // The first and last year that every table can serve, narrowed by what was asked for.
    private (int First, int Last)? Years(List<string> divisions, int? from, int? to)
    {
        var stocks = Common(divisions, tables.Population, Sexes);
        var flows = Common(divisions, tables.Survival, Sexes);
        flows.IntersectWith(Common(divisions, tables.Fertility, [null]));
        flows.IntersectWith(Common(divisions, tables.SexRatio, [null]));
        if (tables.Migration is { } migration)
            flows.IntersectWith(Common(divisions, migration, Sexes));
        var first = from ?? stocks.Where(flows.Contains).DefaultIfEmpty(0).First();
        if (first == 0)
        {
            problems.Add(tables.Population.File, 0, "There is no year with a population and all rates.", string.Create(CultureInfo.InvariantCulture, $"The population has {Range(stocks)}, the rates have {Range(flows)} in common."));
            return null;
        }

        var last = first;
        while (flows.Contains(last + 1))
            last++;
        // 1 January of the year after the last rates is still reached by them
        return (first, to is { } end && end != last + 1 ? end : last);
    }

    private static readonly Primitives.Sex?[] Sexes = [Primitives.Sex.Male, Primitives.Sex.Female];

    private static SortedSet<int> Common(List<string> divisions, Grid grid, Primitives.Sex?[] sexes)
    {
        SortedSet<int>? common = null;
        foreach (var division in divisions)
        {
            foreach (var sex in sexes)
            {
                var years = grid.YearsOf(division, sex);
                if (common is null)
                    common = [.. years];
                else
                    common.IntersectWith(years);
            }
        }

        return common ?? [];
    }

    private static string Range(SortedSet<int> years) =>
        years.Count == 0 ? "no year" : string.Create(CultureInfo.InvariantCulture, $"{years.Min} to {years.Max}");

    private ProjectionInputs? InputsOf(string division, int first, int last)
    {
        var start = BySex.Of(sex => tables.Population.Ages101(division, sex, first));
        var survival = BySex.Of(sex => tables.Survival.Table(division, sex, first, last));
        var migration = tables.Migration is { } net
            ? BySex.Of(sex => net.Table(division, sex, first, last))
            : BySex.Of<AgeTable?>(_ => new AgeTable(first, last - first + 1));
        var fertility = tables.Fertility.Table(division, null, first, last);
        var sexRatio = tables.SexRatio.Table(division, null, first, last);
        if (start is not { Male: { } men, Female: { } women } || survival is not { Male: { } m, Female: { } f }
            || migration is not { Male: { } netMen, Female: { } netWomen } || fertility is null || sexRatio is null)
            return null;
        return new ProjectionInputs
        {
            Start = new BySex<double[]>(men, women),
            Survival = new BySex<AgeTable>(m, f),
            Fertility = fertility,
            SexRatioAtBirth = YearSeries.Of(first, last, year => sexRatio[year][0]),
            NetMigration = new BySex<AgeTable>(netMen, netWomen),
        };
    }

    private void Check(ControlTotal control, ProjectionInputs inputs)
    {
        var sum = control.Sum(inputs, control.Year);
        if (Math.Abs(sum - control.Total) > control.Tolerance)
            problems.Add(control.File, control.Line, string.Create(CultureInfo.InvariantCulture, $"{control.What} of {control.Year} is {control.Total:0.####}, but the single ages give {sum:0.####}."), "One of the two is in another unit or of another revision: give both from one source.");
    }
}
