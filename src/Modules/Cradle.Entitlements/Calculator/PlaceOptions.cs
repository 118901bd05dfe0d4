using System.Globalization;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cradle.Entitlements.Calculator;

/// <summary>The places to choose from: those already named first, then the prefectures and counties on file, then the other provinces.</summary>
public static class PlaceOptions
{
    public static IReadOnlyList<SelectListItem> For(PolicyLibrary library, IEnumerable<string> named, string? selected)
    {
        var items = new List<SelectListItem>();
        var known = new SelectListGroup { Name = Wording.Say("前面填过的", "Named before") };
        foreach (var code in named.Distinct())
            if (DivisionCode.TryParse(code, out var division) && library.Divisions.Find(division) is not null)
                items.Add(new SelectListItem(library.NameOf(long.Parse(code, CultureInfo.InvariantCulture)), code) { Group = known });
        foreach (var prefecture in Provinces(library).SelectMany(province => library.Divisions.Children(province.Code)))
        {
            var group = new SelectListGroup { Name = library.NameOf(Number(prefecture)) };
            items.Add(new SelectListItem(Wording.Say($"{prefecture.NameZh}（不细分）", $"{prefecture.NameEn} (all)"), prefecture.Code.ToString()) { Group = group });
            items.AddRange(library.Divisions.Children(prefecture.Code).Select(county =>
                new SelectListItem(Wording.Say(prefecture.NameZh + county.NameZh, $"{county.NameEn}, {prefecture.NameEn}"), county.Code.ToString()) { Group = group }));
        }

        var others = new SelectListGroup { Name = Wording.Say("其他省份（只有全国规定）", "Other provinces (national rules only)") };
        items.AddRange(library.Divisions.Children(DivisionCode.Nation).Where(province => !library.Divisions.Children(province.Code).Any())
            .Select(province => new SelectListItem(Wording.Say(province.NameZh, province.NameEn), province.Code.ToString()) { Group = others }));
        foreach (var item in items.Where(item => item.Value == selected).Take(1))
            item.Selected = true;
        return items;
    }

    private static IEnumerable<Division> Provinces(PolicyLibrary library) =>
        library.Divisions.Children(DivisionCode.Nation).Where(province => library.Divisions.Children(province.Code).Any());

    private static long Number(Division division) => long.Parse(division.Code.ToString(), CultureInfo.InvariantCulture);
}
