using System.Globalization;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Entitlements.Calculator;

/// <summary>Places by the names people type: a place on the list, part of a name, or a code.</summary>
public static class PlaceFinder
{
    private const int LongestName = 64;
    private const int MostOffered = 12;

    /// <summary>All places a field suggests, as it writes them: the prefectures and counties on file, then the other provinces.</summary>
    public static IEnumerable<string> Suggestions(PolicyLibrary library) =>
        Provinces(library).SelectMany(province => library.Divisions.Children(province.Code)).SelectMany(prefecture => library.Divisions.Children(prefecture.Code).Prepend(prefecture))
            .Concat(Provinces(library).Where(province => !library.Divisions.Children(province.Code).Any()))
            .Select(division => Label(library, division));

    /// <summary>A place as the field writes it.</summary>
    public static string? Label(PolicyLibrary library, string? code) =>
        DivisionCode.TryParse(code, out var division) && library.Divisions.Find(division) is { } found ? Label(library, found) : null;

    /// <summary>What somebody meant: one code, or the places among which to choose; neither where nothing is like it.</summary>
    public static (string? Code, IReadOnlyList<(string Code, string Label)> Candidates) Find(PolicyLibrary library, string typed)
    {
        var text = typed.Length > LongestName || typed.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : typed.Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length == 0)
            return (null, []);
        if (text.All(char.IsAsciiDigit))
            return (library.Reader.ReadDivision(text, "place").Code?.ToString("00", CultureInfo.InvariantCulture), []);
        var all = All(library).ToList();
        var named = all.Where(division => Is(Label(library, division), text) || Is(library.Divisions.FullNameZh(division.Code), text)).ToList();
        if (named.Count == 0)
            named = [.. all.Where(division => Is(division.NameZh, text) || Is(division.NameEn, text))];
        if (named.Count == 0)
            named = [.. library.Divisions.Search(text, MostOffered)];
        if (named.Count == 0)
            named = [.. all.Where(division => library.Divisions.FullNameZh(division.Code)?.Contains(text, StringComparison.Ordinal) == true)];
        return named is [var only] ? (only.Code.ToString(), []) : (null, [.. named.Take(MostOffered).Select(division => (division.Code.ToString(), library.NameOf(Number(division))))]);
    }

    private static string Label(PolicyLibrary library, Division division) => library.Divisions.Parent(division.Code) is { } above && division.Code.Level == DivisionLevel.County
        ? Wording.Say(above.NameZh + division.NameZh, $"{division.NameEn}, {above.NameEn}")
        : Wording.Say(division.NameZh, division.NameEn);

    private static bool Is(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Division> All(PolicyLibrary library) =>
        Provinces(library).SelectMany(province => library.Divisions.Children(province.Code).SelectMany(prefecture => library.Divisions.Children(prefecture.Code).Prepend(prefecture)).Prepend(province));

    private static IEnumerable<Division> Provinces(PolicyLibrary library) => library.Divisions.Children(DivisionCode.Nation);

    private static long Number(Division division) => long.Parse(division.Code.ToString(), CultureInfo.InvariantCulture);
}
