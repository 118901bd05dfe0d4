using Cradle.Platform.Web.Timelines;

namespace Cradle.Platform.Web.Tests.Timelines;

internal static class Samples
{
    public static readonly DateOnly Birth = new(2026, 4, 2);

    private static readonly string[] Labels = ["产假", "育儿假", "一个特别长的名称，用来看看它在窄的一栏里怎样折行", "Parental leave of a long name", "津贴"];
    private static readonly string[] Texts = ["", "7 天", "每人每年都有的一段说明文字", "each month", "第 1 年"];
    private static readonly string?[] Details = [null, "与单位商定", "文件没有写明从哪一天算起，办理前请先问一问经办机构，免得白跑一趟", "the text sets no time at all"];

    /// <summary>A time line as crowded as the seed makes it, also with bars before, across and after the axis.</summary>
    public static Timeline Crowded(int seed)
    {
        var chance = new Random(seed);
        return new Timeline
        {
            Title = "样例",
            From = Birth,
            To = Birth.AddDays(chance.Next(20, 2000)),
            Today = chance.Next(3) == 0 ? null : Birth.AddDays(chance.Next(-50, 2100)),
            Ticks = chance.Next(2) == 0 ? [] : [new(Birth, "出生"), new(Birth.AddDays(chance.Next(1, 40)), "满月"), new(Birth.AddYears(1), "1 岁")],
            Bars = [.. Enumerable.Range(0, chance.Next(1, 22)).Select(_ => Bar(chance))],
        };
    }

    private static TimelineBar Bar(Random chance)
    {
        var from = Birth.AddDays(chance.Next(-200, 1500) / chance.Next(1, 40));
        return new TimelineBar
        {
            Label = Labels[chance.Next(Labels.Length)],
            Who = chance.Next(3) switch { 0 => null, 1 => "妈妈", _ => "爸爸" },
            From = from,
            Until = chance.Next(4) == 0 ? null : from.AddDays(chance.Next(0, chance.Next(2) == 0 ? 12 : 900)),
            Text = Texts[chance.Next(Texts.Length)],
            Detail = Details[chance.Next(Details.Length)],
            Kind = (TimelineKind)chance.Next(3),
        };
    }
}
