using System.Globalization;
using Cradle.Primitives;
using Cradle.Rules.Populations.Files;

namespace Cradle.Rules.Populations.Synthetic;

/// <summary>Where a number of births comes from.</summary>
public enum BirthBasis
{
    /// <summary>A figure on file.</summary>
    Figure,

    /// <summary>The nation's figure times the place's share, between years that have both.</summary>
    Share,

    /// <summary>Before the series begins: what the census counted under fifteen less the births since, by the year.</summary>
    Census,

    /// <summary>No figure of the place: an equal part of what the places beside it leave of the one above. An assumption.</summary>
    EqualPart,
}

/// <summary>
/// Births of calendar years by division, from the national statistics in data/facts. Where a year or a place has no figure one is derived, and
/// <see cref="BasisOf"/> says how. Deaths and migration of children are neglected.
/// </summary>
public sealed class BirthSeries
{
    private const int CensusYear = 2020;
    private const int FullMonthsOfCensusYear = 10;   // the census counted on 1 November
    private const int CensusAges = 15;
    private const int Nation = 0;

    private readonly Dictionary<(int Division, int Year), long> _births = [];
    private readonly Dictionary<int, long> _underFifteen = [];
    private readonly DivisionCatalogue _divisions;
    private readonly int _first;
    private readonly int _last;

    private BirthSeries(string folder, DivisionCatalogue divisions)
    {
        _divisions = divisions;
        foreach (var row in Rows(Path.Combine(folder, "births.csv")))
            _births[(Packs.DocumentReader.DivisionOf(row[0]), Number(row[1]))] = long.Parse(row[2], CultureInfo.InvariantCulture);
        foreach (var row in Rows(Path.Combine(folder, "age-structure.csv")).Where(row => row[2] == "0-14" && row[1].StartsWith("2020", StringComparison.Ordinal)))
            _underFifteen[Packs.DocumentReader.DivisionOf(row[0])] = long.Parse(row[3], CultureInfo.InvariantCulture);
        var years = _births.Keys.Where(key => key.Division == Nation).Select(key => key.Year).ToList();
        (_first, _last) = (years.Min(), years.Max());
    }

    /// <summary>Reads the folder data/facts.</summary>
    /// <exception cref="IOException">A file is missing or damaged.</exception>
    public static BirthSeries Load(string folder, DivisionCatalogue divisions) => new(folder, divisions);

    /// <summary>The births of a division in a calendar year.</summary>
    /// <param name="division">The code as written: 0, 22, 2201, 220104.</param>
    /// <param name="year">The year.</param>
    public double Of(int division, int year)
    {
        year = Math.Min(year, _last);
        if (_births.TryGetValue((division, year), out var figure))
            return figure;
        if (year < _first && _underFifteen.TryGetValue(division, out var children))
            return (children - Enumerable.Range(_first, CensusYear - _first).Sum(since => Of(division, since)) - Of(division, CensusYear) * FullMonthsOfCensusYear / 12)
                / (CensusAges - (CensusYear - _first) - FullMonthsOfCensusYear / 12.0);
        return HasFigures(division) ? Of(Nation, year) * ShareOfNation(division, year) : Of(Above(division), year) * EqualPart(division, year);
    }

    /// <summary>Where <see cref="Of"/> has the number from.</summary>
    public BirthBasis BasisOf(int division, int year) => _births.ContainsKey((division, Math.Min(year, _last))) ? year > _last ? BirthBasis.Share : BirthBasis.Figure
        : year < _first && _underFifteen.ContainsKey(division) ? BirthBasis.Census
        : HasFigures(division) ? BirthBasis.Share : BirthBasis.EqualPart;

    /// <summary>The births between two days, both inclusive, spread evenly over each year.</summary>
    public double Between(int division, DateOnly from, DateOnly until) =>
        Enumerable.Range(from.Year, until.Year - from.Year + 1).Sum(year => Of(division, year) * Part(year, from, until));

    internal static double Part(int year, DateOnly from, DateOnly until)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (begin, end) = (from > first ? from : first, until < last ? until : last);
        return (end.DayNumber - begin.DayNumber + 1) / (double)(last.DayNumber - first.DayNumber + 1);
    }

    private double ShareOfNation(int division, int year)
    {
        var known = _births.Keys.Where(key => key.Division == division && _births.ContainsKey((Nation, key.Year))).Select(key => key.Year).Order().ToList();
        var (before, after) = (known.LastOrDefault(other => other <= year, known[0]), known.FirstOrDefault(other => other >= year, known[^1]));
        var (low, high) = (Share(before), Share(after));
        return before == after ? low : low + (high - low) * (year - before) / (after - before);

        double Share(int of) => _births[(division, of)] / (double)_births[(Nation, of)];
    }

    private double EqualPart(int division, int year)
    {
        var beside = _divisions.Children(DivisionOf(Above(division))).Select(item => Packs.DocumentReader.DivisionOf(item.Code.ToString())).ToList();
        var told = beside.Where(HasFigures).Sum(other => Of(other, year)) / Of(Above(division), year);
        return (1 - told) / Math.Max(1, beside.Count(other => !HasFigures(other)));
    }

    private bool HasFigures(int division) => division == Nation || _births.Keys.Any(key => key.Division == division && _births.ContainsKey((Nation, key.Year)));

    private static int Above(int division) => division / 100;

    private static DivisionCode DivisionOf(int code) => DivisionCode.Parse(code == Nation ? "00" : code.ToString(CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string path)
    {
        using var rows = new CsvRows(path);
        while (rows.Read())
            yield return [.. Enumerable.Range(0, rows.Count).Select(column => rows[column].ToString())];
    }
}
