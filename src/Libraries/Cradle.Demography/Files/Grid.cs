using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>The cells of one file by division, sex, year and age while it is read. Finds what stands twice and what is missing.</summary>
/// <param name="what">What the cells are, for messages.</param>
/// <param name="file">The file.</param>
/// <param name="problems">Where findings go.</param>
/// <param name="allAges">Whether every age from 0 to 100+ must be there; otherwise every age between the first and the last.</param>
/// <param name="isStock">Whether single years may stand alone, as populations do; rates have to have every year between the first and the last.</param>
internal sealed class Grid(string what, string file, ProblemList problems, bool allAges = true, bool isStock = false)
{
    private readonly Dictionary<(string Division, Sex? Sex), SortedDictionary<int, Row>> cells = [];
    private int youngest = Ages.Open;
    private int oldest;

    public string File => file;

    public string What => what;

    public IEnumerable<string> Divisions => cells.Keys.Select(key => key.Division).Distinct(StringComparer.Ordinal);

    public void Add(CsvRow row, string division, Sex? sex, int? year, int? age, double? value)
    {
        if (year is not { } y || age is not { } a || value is not { } number)
            return;
        if (!cells.TryGetValue((division, sex), out var years))
            cells.Add((division, sex), years = []);
        if (!years.TryGetValue(y, out var ages))
            years.Add(y, ages = new Row());
        if (ages.Lines[a] > 0)
        {
            row.Problem($"{Place(division, sex, y)}, age {Ages.Label(a)} stands twice, first in line {ages.Lines[a]}.", "Keep one of the two rows.");
            return;
        }

        ages.Values[a] = number;
        ages.Lines[a] = row.Line;
        youngest = Math.Min(youngest, a);
        oldest = Math.Max(oldest, a);
    }

    /// <summary>Reports every age that a year lacks, every year that a series lacks and every sex without the other, unless a row was refused, which may be what is missing; to be called once when all rows are in.</summary>
    public Grid Complete()
    {
        if (problems.Concern(file))
            return this;
        var (first, last) = allAges ? (0, Ages.Open) : (youngest, oldest);
        foreach (var (key, years) in cells)
        {
            foreach (var (year, ages) in years)
                ReportGaps(key, year, ages, first, last);
            ReportMissingYears(key, years);
        }

        return this;
    }

    /// <summary>The years of a division and sex, or of the rows that hold for every division.</summary>
    public IReadOnlyCollection<int> YearsOf(string division, Sex? sex) => Find(division, sex)?.Keys ?? (IReadOnlyCollection<int>)[];

    /// <summary>The ages of one year; null, with a problem, when the year is missing.</summary>
    public double[]? Ages101(string division, Sex? sex, int year)
    {
        if (Find(division, sex) is { } years && years.TryGetValue(year, out var ages))
            return ages.Values;
        var there = YearsOf(division, sex);
        problems.Add(file, 0, $"{Place(division, sex, year)} is missing.", there.Count == 0
            ? "Add its rows."
            : $"Add its rows, or ask for years the file has: {there.Min()} to {there.Max()}.");
        return null;
    }

    /// <summary>The years asked for as a table; null, with problems, when some are missing.</summary>
    public AgeTable? Table(string division, Sex? sex, int from, int to)
    {
        var table = new AgeTable(from, to - from + 1);
        var whole = true;
        for (var year = from; year <= to; year++)
        {
            if (Ages101(division, sex, year) is { } ages)
                ages.CopyTo(table[year]);
            else
                whole = false;
        }

        return whole ? table : null;
    }

    /// <summary>The line in which a cell stands, for messages about what it leads to.</summary>
    public int LineOf(string division, Sex? sex, int year, int age) => Find(division, sex) is { } years && years.TryGetValue(year, out var ages) ? ages.Lines[age] : 0;

    /// <summary>Every year of every division and sex, with its ages to be changed in place and their lines.</summary>
    public IEnumerable<(string Division, Sex? Sex, int Year, double[] Ages, int[] Lines)> Cells() =>
        from cell in cells from year in cell.Value select (cell.Key.Division, cell.Key.Sex, year.Key, year.Value.Values, year.Value.Lines);

    private SortedDictionary<int, Row>? Find(string division, Sex? sex) =>
        cells.TryGetValue((division, sex), out var own) ? own : cells.GetValueOrDefault(("", sex));

    private void ReportGaps((string Division, Sex? Sex) key, int year, Row ages, int first, int last)
    {
        var missing = Enumerable.Range(first, last - first + 1).Where(age => ages.Lines[age] == 0).ToList();
        if (missing.Count == 0)
            return;
        var near = Array.FindLast(ages.Lines[..missing[0]], line => line > 0);
        var list = string.Join(", ", missing.Take(8).Select(Ages.Label)) + (missing.Count > 8 ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - 8} more") : "");
        problems.Add(file, near > 0 ? near : ages.Lines.Where(line => line > 0).Min(), $"{Place(key.Division, key.Sex, year)} lacks age {list}.", "Add the missing rows; write 0 where there is nobody.");
    }

    private void ReportMissingYears((string Division, Sex? Sex) key, SortedDictionary<int, Row> years)
    {
        IEnumerable<int> due = isStock ? [] : Enumerable.Range(years.Keys.First(), years.Keys.Last() - years.Keys.First() + 1);
        if (key.Sex is { } sex)
            due = due.Union(YearsOf(key.Division, sex == Sex.Male ? Sex.Female : Sex.Male));
        foreach (var year in due.Where(year => !years.ContainsKey(year)))
            problems.Add(file, years.Where(item => item.Key < year).Select(item => item.Value.Lines.Max()).LastOrDefault(), $"{Place(key.Division, key.Sex, year)} is missing.", "Add its rows.");
    }

    private string Place(string division, Sex? sex, int year) =>
        string.Join(", ", new[] { $"{what} of {year.ToString(CultureInfo.InvariantCulture)}", sex?.ToString().ToLowerInvariant(), division }.Where(part => !string.IsNullOrEmpty(part)));

    private sealed class Row
    {
        public double[] Values { get; } = new double[Ages.Count];

        public int[] Lines { get; } = new int[Ages.Count];
    }
}
