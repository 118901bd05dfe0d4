using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Populations.Synthetic;

namespace Cradle.Entitlements.Rehearsals;

/// <summary>The places for which families can be drawn, and what they are drawn by.</summary>
public sealed class SyntheticPlaces(PolicyLibrary library, string data)
{
    public BirthSeries Births { get; } = BirthSeries.Load(Path.Combine(data, "facts"), library.Divisions);

    public SyntheticAssumptions Assumptions { get; } = SyntheticAssumptions.Load(Path.Combine(data, "synthetic", "assumptions.yaml"));

    /// <summary>Places with rules of their own and their cities first, then every other province.</summary>
    public IReadOnlyList<Division> All
    {
        get
        {
            var provinces = library.Divisions.Children(DivisionCode.Nation).Where(province => !province.Code.HasLawOfItsOwn).ToList();   // the rules kept here do not apply there
            var told = provinces.Where(province => library.Pack.Divisions.Any(code => code.ToString("00", System.Globalization.CultureInfo.InvariantCulture) == province.Code.ToString())).ToList();
            return [.. told.SelectMany(province => library.Divisions.Children(province.Code).Prepend(province)), library.Divisions.Find(DivisionCode.Nation)!, .. provinces.Except(told)];
        }
    }

    public string NameOf(Division division) => (Wording.InEnglish ? library.Divisions.FullNameEn(division.Code) : library.Divisions.FullNameZh(division.Code)) ?? Wording.Say("全国", "the nation");
}
