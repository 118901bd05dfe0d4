using System.Collections.Frozen;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>A figure of a clause with its unit, as people write it.</summary>
public static class FigureText
{
    private static readonly FrozenDictionary<string, Words> Units = new Dictionary<string, Words>
    {
        ["day"] = new("天", " days"),
        ["day/year"] = new("天/年", " days a year"),
        ["hour/day"] = new("小时/天", " hours a day"),
        ["year"] = new("年", " years"),
        ["month"] = new("个月", " months"),
        ["person"] = new("人", " persons"),
        ["item"] = new("项", " items"),
        ["item/year"] = new("项/年", " items a year"),
        ["institution"] = new("家", " institutions"),
        ["grade"] = new("级", " (grade)"),
        ["level"] = new("级", " levels"),
        ["place"] = new("个托位", " places"),
        ["place/1000"] = new("个托位/千人", " places per thousand people"),
        ["per-100000"] = new("/10万", " per 100,000"),
        ["per-1000-live-births"] = new("‰", " per 1,000 live births"),
        ["CNY"] = new("元", " yuan"),
        ["CNY/month"] = new("元/月", " yuan a month"),
        ["CNY/year"] = new("元/年", " yuan a year"),
        ["percent"] = new("%", "%"),
        ["date"] = new("", ""),
    }.ToFrozenDictionary();

    public static bool Knows(string unit) => Units.ContainsKey(unit);

    public static string Of(ClauseFigure figure) => figure.Value + (Units.TryGetValue(figure.Unit, out var unit) ? UnitOf(figure, unit) : $" {figure.Unit}");

    // Chinese counts an age in 周岁 and a time in 年; the packs call both a year.
    private static string UnitOf(ClauseFigure figure, Words unit) =>
        figure.Unit == "year" && !Wording.InEnglish && (figure.Label.Zh.Contains('龄', StringComparison.Ordinal) || figure.Label.Zh.Contains('岁', StringComparison.Ordinal)) ? "周岁" : unit.ToString();
}
