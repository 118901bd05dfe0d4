using Cradle.Rules.Binding;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Tests.Explain;

public sealed class NumberRenderingTests(RenderingPack pack) : IClassFixture<RenderingPack>
{
    [Theory]
    [InlineData("child.birth_date + 1 day", "孩子的出生日期的后一天", "the day after the child's birth date")]
    [InlineData("child.birth_date - 15 days", "孩子的出生日期前15天", "15 days before the child's birth date")]
    [InlineData("anniversary(child.birth_date, 8 months)", "孩子出生满8个月之日", "the day 8 months after the child's birth date")]
    [InlineData("anniversary_clamped(child.birth_date, 1 year)", "孩子出生满1周年之日（当月没有这一天的，取当月最后一天）", "the day 1 year after the child's birth date (the last day of the month where that day does not exist)")]
    [InlineData("years_old(child.birth_date, 2026-03-01)", "孩子在2026年3月1日的周岁", "the child's age in years on 1 March 2026")]
    [InlineData("days_between(child.birth_date, as_of)", "从孩子的出生日期到查询当天相隔的天数", "the days from the child's birth date to the day asked for")]
    [InlineData("as_of - child.birth_date", "从孩子的出生日期到查询当天相隔的天数", "the days from the child's birth date to the day asked for")]
    public void Dates_are_said_as_people_count_them(string text, string zh, string en) => Assert.Equal((zh, en), pack.Number(text));

    [Theory]
    [InlineData("round(mother.average_wage / 30 days * 98 days, half_up)", "妈妈的单位月平均工资 ÷ 30天 × 98天（四舍五入到分）", "the mother's employer's average monthly pay ÷ 30 days × 98 days (rounded to the nearest fen)")]
    [InlineData("(mother.unused_days + 2 days) * 3", "（妈妈没能休的天数 + 2天） × 3", "(the mother's days not taken + 2 days) × 3")]
    [InlineData("mother.unused_days - (2 days - 1 day)", "妈妈没能休的天数 − （2天 − 1天）", "the mother's days not taken − (2 days − 1 day)")]
    [InlineData("min(mother.unused_days, 5 days)", "（妈妈没能休的天数与5天中较小的）", "the smaller of (the mother's days not taken) and (5 days)")]
    [InlineData("if child.difficult_birth then 15 days else 0 days", "（如果孩子是难产，就是15天；否则是0天）", "(if it is a difficult birth, 15 days; otherwise 0 days)")]
    [InlineData("round(mother.average_wage / 21.75, down)", "妈妈的单位月平均工资 ÷ 21.75（分以下舍去）", "the mother's employer's average monthly pay ÷ 21.75 (rounded down to the fen)")]
    [InlineData("round(mother.average_wage * 200%, up)", "妈妈的单位月平均工资 × 200%（分以下进一）", "the mother's employer's average monthly pay × 200% (rounded up to the fen)")]
    public void Calculations_keep_their_signs_and_brackets(string text, string zh, string en) => Assert.Equal((zh, en), pack.Number(text));

    [Fact]
    public void A_period_of_leave_ends_on_the_last_of_its_days()
    {
        var window = new BoundWindow(
            pack.BindNumber("first_known(child.leave_start, child.birth_date)"),
            pack.BindNumber("first_known(child.leave_start, child.birth_date) + value - 1 day"));
        Assert.Equal(
            "从孩子的产假开始日（没有填写的，用孩子的出生日期）起，到孩子的产假开始日（没有填写的，用孩子的出生日期）起算满应得天数的那天为止（含当天）",
            pack.Chinese.Window(window));
        Assert.Equal("from the child's first day of leave (or, if not given, the child's birth date) until the last of the days due counted from the child's first day of leave (or, if not given, the child's birth date) (included)",
            pack.English.Window(window));
    }

    [Fact]
    public void A_window_open_at_an_end_says_only_the_other()
    {
        var birth = pack.BindNumber("child.birth_date");
        Assert.Equal("从孩子的出生日期起", pack.Chinese.Window(new BoundWindow(birth, null)));
        Assert.Equal("until the child's birth date (included)", pack.English.Window(new BoundWindow(null, birth)));
        Assert.Equal("", pack.Chinese.Window(new BoundWindow(null, null)));
    }

    [Theory]
    [InlineData(180, "day", "180天", "180 days")]
    [InlineData(1, "day", "1天", "1 day")]
    [InlineData(20, "day/year", "每年20天", "20 days a year")]
    [InlineData(1, "hour/day", "每天1小时", "1 hour a day")]
    [InlineData(20000, "CNY/month", "每月200元", "200 yuan a month")]
    [InlineData(150050, "CNY/year", "每年1500.50元", "1,500.50 yuan a year")]
    [InlineData(1, "CNY", "0.01元", "0.01 yuan")]
    [InlineData(100000, "percent", "10%", "10%")]
    [InlineData(5000, "percent", "0.5%", "0.5%")]
    [InlineData(5, "item", "5项", "5 items")]
    [InlineData(36, "month", "36个月", "36 months")]
    [InlineData(1, "person", "1人", "1 person")]
    public void A_value_is_said_in_its_unit(long value, string unit, string zh, string en)
    {
        var (_, header) = pack.Rule("leave", "mother", "day", "strength: must\nvalue: 1 day");
        header = header with { Unit = unit };
        Assert.Equal((zh, en), (pack.Chinese.Value(value, header), pack.English.Value(value, header)));
    }

    [Theory]
    [InlineData(15, "day/year", ValueLimit.AtLeast, "每年不少于15天", "at least 15 days a year")]
    [InlineData(20000, "CNY/month", ValueLimit.AtLeast, "每月不低于200元", "at least 200 yuan a month")]
    [InlineData(20000000, "CNY", ValueLimit.AtMost, "最高20万元", "up to 200,000 yuan")]
    [InlineData(10, "person", ValueLimit.AtMost, "最多10人", "up to 10 people")]
    public void A_figure_that_the_text_bounds_is_said_with_its_bound(long value, string unit, ValueLimit limit, string zh, string en)
    {
        var (_, header) = pack.Rule("leave", "mother", "day", "strength: must\nvalue: 1 day");
        header = header with { Unit = unit };
        Assert.Equal((zh, en), (pack.Chinese.Value(value, header, limit), pack.English.Value(value, header, limit)));
    }

    [Fact]
    public void A_division_is_named_where_names_are_at_hand()
    {
        var gansu = new Constant(default, RuleType.Division, 62);
        Assert.Equal("甘肃省", new RuleRenderer(pack.Vocabulary, Language.Chinese, code => code == 62 ? "甘肃省" : null).Number(gansu));
        Assert.Equal("区划62", pack.Chinese.Number(gansu));
    }
}
