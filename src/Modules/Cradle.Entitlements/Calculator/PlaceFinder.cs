using System.Globalization;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Entitlements.Calculator;

/// <summary>What somebody meant by a place typed: one code; or the places among which to choose, and why; or only why there is none.</summary>
/// <param name="Code">The place, where it is certain.</param>
/// <param name="Candidates">Else what it may be, by full name.</param>
/// <param name="Problem">What to say; null where the place is certain.</param>
public sealed record FoundPlace(string? Code, IReadOnlyList<(string Code, string Label)> Candidates, string? Problem);

/// <summary>Places by the names people type: a place on the list, part of a name, a code, a name of former days, or an area without a code.</summary>
public static class PlaceFinder
{
    private const int LongestName = 64;
    private const int MostOffered = 14;

    /// <summary>All places a field suggests, as it writes them: the prefectures and counties on file, then the other provinces.</summary>
    public static IEnumerable<string> Suggestions(PolicyLibrary library) =>
        Provinces(library).SelectMany(province => library.Divisions.Children(province.Code)).SelectMany(prefecture => library.Divisions.Children(prefecture.Code).Prepend(prefecture))
            .Concat(Provinces(library).Where(province => !library.Divisions.Children(province.Code).Any() && !province.Code.HasLawOfItsOwn))
            .Select(division => Label(library, division));

    /// <summary>A place as the field writes it.</summary>
    public static string? Label(PolicyLibrary library, string? code) =>
        DivisionCode.TryParse(code, out var division) && library.Divisions.Find(division) is { } found ? Label(library, found) : null;

    /// <summary>What somebody meant.</summary>
    public static FoundPlace Find(PolicyLibrary library, string typed)
    {
        var text = typed.Length > LongestName || typed.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : typed.Normalize(NormalizationForm.FormKC).Trim();
        var found = text.Length == 0 ? string.IsNullOrWhiteSpace(typed) ? Nothing(Wording.Say("请选一个地方", "Choose a place")) : Unknown()
            : text.All(char.IsAsciiDigit) ? ByCode(library, text)
            : ByName(library, text) ?? Former(library, text) ?? WithoutCode(library, text) ?? InAnotherProvince(library, text) ?? Unknown();
        return found.Code is { } code && IsElsewhere(code) || found.Candidates is [{ Code: var only }] && IsElsewhere(only)
            ? Nothing(Wording.Say("香港、澳门、台湾不适用这里的规定；请写内地的地方", "The rules kept here do not apply in Hong Kong, Macao or Taiwan; name a place on the mainland")) : found;
    }

    private static FoundPlace ByCode(PolicyLibrary library, string text)
    {
        if (!DivisionCode.TryParse(text, out var code))
            return Unknown();
        if (code.HasLawOfItsOwn)
            return new FoundPlace(text, [], null);
        if (library.Divisions.Find(code) is null && library.Divisions.Today(code) is { Count: > 0 } today)
            return Choose(library, today, Wording.Say($"代码{code}已经不用了，现在是下面的地方，请点名字确认", $"Code {code} is no longer used; choose what it is today"));
        return library.Reader.ReadDivision(text, "place").Code is { } taken ? new FoundPlace(taken.ToString("00", CultureInfo.InvariantCulture), [], null) : Unknown();
    }

    private static FoundPlace? ByName(PolicyLibrary library, string text)
    {
        var all = All(library).ToList();
        if (all.Where(division => Is(Label(library, division), text) || Is(library.Divisions.FullNameZh(division.Code), text)).ToList() is [var whole])
            return new FoundPlace(whole.Code.ToString(), [], null);
        var named = all.Where(division => Is(division.NameZh, text) || Is(division.NameEn, text)).ToList();
        if (named.Count > 0 && named.TrueForAll(division => division.Code.Level == DivisionLevel.County) && Successors(library, text).Except(named).ToList() is { Count: > 0 } former)
            return Choose(library, named.Concat(former), Wording.Say("有几个地方叫过这个名字，请在下面选一个", "Several places have had this name; choose one below"));
        if (named.Count == 0)
            named = [.. all.Where(division => library.Divisions.Parent(division.Code) is { } above && (Is(above.ShortZh + division.ShortZh, text) || Is(above.ShortZh + division.NameZh, text)))];
        if (named.Count == 0)
            named = [.. library.Divisions.Search(text, MostOffered)];
        if (named.Count == 0)
            named = [.. all.Where(division => library.Divisions.FullNameZh(division.Code)?.Contains(text, StringComparison.Ordinal) == true)];
        return named switch
        {
            [] => null,
            [var district] when IsDistrict(district) && !NamesAbove(library, district, text) =>
                Choose(library, named, Wording.Say("别的省也可能有叫这个名字的区，请点下面的全名确认；不是这里的，请把省、市的名字一起写上", "Other provinces may have a district of this name: choose the full name below, or type city and province with it")),
            [var only] => new FoundPlace(only.Code.ToString(), [], null),
            _ => Choose(library, named, Wording.Say("有几个地方叫这个名字，请在下面选一个", "Several places have this name; choose one below")),
        };
    }

    private static FoundPlace? Former(PolicyLibrary library, string text) => Successors(library, text) is { Count: > 0 } successors
        ? Choose(library, successors, Wording.Say($"“{text}”已经改名或者撤并，现在是下面的地方，请点名字确认", $"“{text}” has been renamed or merged; choose what it is today"))
        : null;

    /// <summary>New areas and development zones: people live there, but addresses and rules go by the county.</summary>
    private static FoundPlace? WithoutCode(PolicyLibrary library, string text)
    {
        if (library.Divisions.ManagedAreas.FirstOrDefault(area => area.NameZh.Contains(text, StringComparison.Ordinal) || area.NameEn.Contains(text, StringComparison.OrdinalIgnoreCase)) is not { } area)
            return null;
        var within = area.Within.Select(code => library.Divisions.Find(code)!).ToList();
        return Choose(library, within is [var city] ? library.Divisions.Children(city.Code).Prepend(city) : within,
            Wording.Say($"{area.NameZh}没有自己的区划代码，请选住址写的区、县；不清楚就选城市", $"{area.NameEn} has no code of its own: choose the county or district of your address, or the city"));
    }

    /// <summary>Counties of other provinces are not on file; their province is.</summary>
    private static FoundPlace? InAnotherProvince(PolicyLibrary library, string text) =>
        Provinces(library).FirstOrDefault(province => (text.StartsWith(province.ShortZh, StringComparison.Ordinal) || text.Contains(province.NameEn, StringComparison.OrdinalIgnoreCase) || province.NameEn.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            && !library.Divisions.Children(province.Code).Any()) is { } province
            ? Choose(library, [province], Wording.Say($"{province.NameZh}的市、区、县没有收录，只能看全国的规定：请点下面的名字", $"Places within {province.NameEn} are not on file; only national rules can be shown: choose it below"))
            : null;

    private static List<Division> Successors(PolicyLibrary library, string text) =>
        [.. library.Divisions.Changes.Where(change => Is(change.OldNameZh, text)).SelectMany(change => library.Divisions.Today(change.OldCode)).Distinct().OrderBy(division => division.Code)];

    private static bool IsDistrict(Division division) => division.Code.Level == DivisionLevel.County && division.NameZh.EndsWith('区');

    private static bool NamesAbove(PolicyLibrary library, Division division, string text)
    {
        for (var above = library.Divisions.Parent(division.Code); above is not null && above.Code != DivisionCode.Nation; above = library.Divisions.Parent(above.Code))
        {
            if (text.Contains(above.ShortZh, StringComparison.Ordinal) || text.Contains(above.NameEn.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsElsewhere(string code) => DivisionCode.TryParse(code, out var division) && division.HasLawOfItsOwn;

    private static FoundPlace Choose(PolicyLibrary library, IEnumerable<Division> divisions, string problem) =>
        new(null, [.. divisions.Take(MostOffered).Select(division => (division.Code.ToString(), library.NameOf(Number(division))))], problem);

    private static FoundPlace Nothing(string problem) => new(null, [], problem);

    private static FoundPlace Unknown() =>
        Nothing(Wording.Say("没有找到这个地方，请写县、区或城市的名字，比如“长春市南关区”", "No such place was found; type a county, district or city, such as Nanguan"));

    private static string Label(PolicyLibrary library, Division division) => library.Divisions.Parent(division.Code) is { } above && division.Code.Level == DivisionLevel.County
        ? Wording.Say(above.NameZh + division.NameZh, $"{division.NameEn}, {above.NameEn}")
        : Wording.Say(division.NameZh, division.NameEn);

    private static bool Is(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Division> All(PolicyLibrary library) =>
        Provinces(library).SelectMany(province => library.Divisions.Children(province.Code).SelectMany(prefecture => library.Divisions.Children(prefecture.Code).Prepend(prefecture)).Prepend(province));

    private static IEnumerable<Division> Provinces(PolicyLibrary library) => library.Divisions.Children(DivisionCode.Nation);

    private static long Number(Division division) => long.Parse(division.Code.ToString(), CultureInfo.InvariantCulture);
}
