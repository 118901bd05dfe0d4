using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>Places as people type them: a code, or a name as the field suggests it.</summary>
public sealed class TypedPlace(DivisionCatalogue divisions)
{
    private const int ShortestStem = 2;

    /// <summary>What is said of a text that names no place, or several.</summary>
    public static string NotRecognised => Wording.Say("没有认出这个地方：从提示里选，或填六位代码，比如 220104", "This place was not recognised: choose from the list, or enter its six digits, such as 220104");

    /// <summary>What the field suggests: prefectures and counties of the provinces on file.</summary>
    public IReadOnlyList<string> Suggestions() => [.. divisions.All.Where(division => division.Code.Level >= DivisionLevel.Prefecture).OrderBy(division => division.Code).Select(division => NameOf(division.Code))];

    public string NameOf(DivisionCode code) => (Wording.InEnglish ? divisions.FullNameEn(code) : divisions.FullNameZh(code)) ?? code.ToString();

    /// <summary>
    /// The one place that is meant; null where none or several are. Of a province whose cities and counties are not on file a code is taken at its word, and of a
    /// name the province.
    /// </summary>
    public DivisionCode? Find(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (DivisionCode.TryParse(PlainText.Key(text), out var code))
            return code != DivisionCode.Nation && PlaceCheck.IsOnFile(divisions, code) ? code : null;
        var named = divisions.All.Where(division => Is(divisions.FullNameZh(division.Code), text) || Is(divisions.FullNameEn(division.Code), text)).ToList();
        if (named.Count == 0)
            named = [.. divisions.All.Where(division => Is(division.NameZh, text) || Is(division.NameEn, text))];
        if (named.Count == 0)
            named = [.. divisions.All.Where(division => divisions.FullNameZh(division.Code)?.EndsWith(text, StringComparison.Ordinal) == true)];
        if (named.Count == 0)
            named = [.. divisions.All.Where(division => Stem(division.NameZh) == text)];
        if (named.Count == 0)
            named = [.. divisions.All.Where(division => division.Code.Level == DivisionLevel.Province && !divisions.Children(division.Code).Any() && text.StartsWith(division.NameZh, StringComparison.Ordinal))];
        return named is [var only] ? only.Code : null;
    }

    // As people say it: 长春 for 长春市.
    private static string Stem(string name) => name.Length > ShortestStem ? name.TrimEnd('省', '市', '区', '县') : name;

    private static bool Is(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
