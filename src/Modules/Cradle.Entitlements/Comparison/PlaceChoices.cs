using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Comparison;

/// <summary>The places one may compare: those with a document of their own, their cities, and every other province for the national rules.</summary>
public static class PlaceChoices
{
    /// <summary>Where a reader starts: a city in each of the three provinces with a document.</summary>
    public static readonly IReadOnlyList<string> Usual = ["2201", "1401", "6201"];

    /// <summary>The provinces with places below them on file, each with its cities.</summary>
    public static IEnumerable<(Division Province, IReadOnlyList<Division> Cities)> WithCities(PolicyLibrary library) =>
        Provinces(library).Select(province => (province, (IReadOnlyList<Division>)[.. library.Divisions.Children(province.Code)])).Where(pair => pair.Item2.Count > 0);

    public static IEnumerable<Division> Others(PolicyLibrary library) => Provinces(library).Where(province => !library.Divisions.Children(province.Code).Any());

    /// <summary>The code as rules write it, of today where the one given is retired; null where it names no place on file.</summary>
    public static int? Parse(PolicyLibrary library, string? text) =>
        library.Reader.ReadDivision(text, "place").Code is { } code && library.NameOf(code, Language.Chinese) is not null ? code : null;

    /// <summary>The name of a place that is on file and has a law of its own, for which no rule here speaks; null for any other text.</summary>
    public static Words? WithLawOfItsOwn(PolicyLibrary library, string? text) =>
        DivisionCode.TryParse(text, out var code) && code.HasLawOfItsOwn && code.Province is { } province && library.Divisions.Find(province) is { } place
            ? new(place.NameZh, place.NameEn) : null;

    private static IEnumerable<Division> Provinces(PolicyLibrary library) => library.Divisions.Children(DivisionCode.Nation).Where(province => !province.Code.HasLawOfItsOwn);
}
