using Cradle.Platform.Web;
using Cradle.Platform.Web.Timelines;

namespace Cradle.Web.Pages.Design;

/// <summary>Time lines with invented measures and figures: one like a family's, and one that is crowded on purpose.</summary>
public static class SampleTimeline
{
    private static readonly DateOnly Birth = new(2026, 4, 2);

    public static Timeline Family() => new()
    {
        Title = Wording.Say("样例：孩子的前三年", "Sample: the first three years"),
        From = Birth,
        To = Birth.AddYears(3).AddDays(-1),
        Today = new(2026, 4, 20),
        Ticks = Birthdays(),
        Bars =
        [
            new() { Label = Say("样例长假", "Sample leave"), Who = Mother, From = Birth, Until = Birth.AddDays(129), Text = Say("130 天", "130 days"), Detail = Say("自出生当日起休", "from the day of birth") },
            new() { Label = Say("样例陪护假", "Sample care leave"), Who = Father, From = Birth, Text = Say("9 天", "9 days"), Detail = Say("何时休完文件未写明，与单位商定", "the text sets no time; agree with the employer"), Kind = TimelineKind.Open },
            .. Years(Mother),
            .. Years(Father),
            new() { Label = Say("样例参保", "Sample insurance"), Who = Child, From = Birth, Until = Birth.AddDays(59), Text = Say("60 天内", "60 days"), Detail = Say("自出生日起报销", "covers from the day of birth"), Kind = TimelineKind.Draft },
        ],
    };

    public static Timeline Crowded() => Family() with
    {
        Title = Wording.Say("样例：十二项挤在头几周", "Sample: twelve measures in the first weeks"),
        Bars =
        [
            .. Family().Bars,
            new() { Label = Say("样例随访", "Sample visit"), Who = Child, From = Birth.AddDays(3), Until = Birth.AddDays(10), Text = Say("上门一次", "one home visit") },
            new() { Label = Say("样例随访", "Sample visit"), Who = Child, From = Birth.AddDays(28), Until = Birth.AddDays(30), Text = Say("满月一次", "at one month") },
            new() { Label = Say("样例筛查", "Sample screening"), Who = Child, From = Birth.AddDays(2), Until = Birth.AddDays(20), Text = Say("采血和听力", "blood and hearing"), Detail = Say("出院前完成最好", "best before leaving the hospital") },
            new() { Label = Say("样例补贴（名称特别长的一项，用来看折行）", "A sample allowance with a very long name that has to wrap"), Who = Child, From = Birth, Until = Birth.AddYears(3).AddDays(-1), Text = Say("每年 1200 元", "1200 yuan a year") },
            new() { Label = Say("样例工间哺乳", "Sample nursing break"), Who = Mother, From = Birth.AddDays(130), Until = Birth.AddYears(1).AddDays(-1), Text = Say("每天一段", "every day") },
            new() { Label = Say("样例减税", "Sample tax relief"), Who = Father, From = new(2026, 4, 1), Text = Say("每月一笔", "each month") },
            new() { Label = Say("样例登记", "Sample registration"), Who = Child, From = Birth, Until = Birth.AddDays(29), Text = Say("一个月内", "within a month") },
            new() { Label = Say("样例年末申领", "Sample late claim"), Who = Child, From = Birth.AddYears(3).AddDays(-20), Until = Birth.AddYears(3).AddDays(-1), Text = Say("最后二十天", "the last twenty days"), Detail = Say("过期不补", "not paid afterwards") },
        ],
    };

    private static string Mother => Say("妈妈", "mother");

    private static string Father => Say("爸爸", "father");

    private static string Child => Say("孩子", "child");

    private static IEnumerable<TimelineBar> Years(string who) => Enumerable.Range(0, 3).Select(year => new TimelineBar
    {
        Label = Say("样例亲子假", "Sample family leave"),
        Who = who,
        From = Birth.AddYears(year),
        Until = Birth.AddYears(year + 1).AddDays(-1),
        Text = Say($"第 {year + 1} 年 7 天", $"year {year + 1}: 7 days"),
    });

    private static IReadOnlyList<TimelineTick> Birthdays() =>
    [
        new(Birth, Say("出生", "Birth")),
        .. Enumerable.Range(1, 3).Select(age => new TimelineTick(Birth.AddYears(age), Say($"{age} 岁", $"Age {age}"))),
    ];

    private static string Say(string zh, string en) => Wording.Say(zh, en);
}
