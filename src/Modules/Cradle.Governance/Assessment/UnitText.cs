using Cradle.Platform.Web;

namespace Cradle.Governance.Assessment;

/// <summary>Units of indicators as people say them. A unit that a place writes itself stays as it is.</summary>
public static class UnitText
{
    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["place/1000"] = new("个托位/千人", "places per thousand"), ["per-100000"] = new("/10万", "per 100,000"), ["per-1000-live-births"] = new("‰", "per thousand"), ["percent"] = new("%", "%"),
        ["institution/county"] = new("所/县", "per county"), ["institution/city"] = new("所/市", "per city"), ["institution/area"] = new("所/地区", "per area"), ["institution"] = new("个", "institutions"),
        ["item"] = new("项", "items"), ["point"] = new("分", "points"), ["case"] = new("例", "cases"), ["family"] = new("户", "families"), ["area"] = new("个地区", "areas"), ["grade"] = new("级", "grade"),
        ["session/year"] = new("次/年", "a year"), ["time/year"] = new("次/年", "a year"), ["day/year"] = new("天/年", "days a year"), ["person/village"] = new("人/村", "per village"), ["plan/city"] = new("份/市", "per city"),
        ["hour"] = new("小时", "hours"), ["report"] = new("份", "reports"), ["person"] = new("人", "persons"), ["feed"] = new("条", "feeds"),
    };

    public static string Of(string unit) => Known.TryGetValue(unit, out var words) ? words.ToString() : unit;
}
