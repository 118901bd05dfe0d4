using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <content>Chinese phrases: figures, days and calculations.</content>
internal sealed partial class ChineseWording
{
    private static readonly Dictionary<string, string> Counters = new()
    {
        ["CNY"] = "{0}元", ["CNY/day"] = "每天{0}元", ["CNY/month"] = "每月{0}元", ["CNY/year"] = "每年{0}元", ["percent"] = "{0}",
        ["day"] = "{0}天", ["day/year"] = "每年{0}天", ["hour/day"] = "每天{0}小时", ["month"] = "{0}个月", ["item"] = "{0}项",
        ["person"] = "{0}人", ["place"] = "{0}个", ["visit"] = "{0}次",
    };

    public override string AsOf => "查询当天";

    public override string OutcomeValue(ValueKind kind) => kind == ValueKind.Days ? "应得天数" : "应得数额";

    public override string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    public override string Value(long value, string unit, ValueLimit limit = ValueLimit.None) =>
        Counted(FigureWords.Limit(limit, IsMoney(unit)).Zh + Number(value, unit), unit);

    public override string Range(long low, long high, string unit) => Counted($"{Number(low, unit)}至{Number(high, unit)}", unit);

    private static string Counted(string number, string unit) => Counters.GetValueOrDefault(unit, "{0}").Replace("{0}", number, StringComparison.Ordinal);

    private string Number(long value, string unit) => IsMoney(unit) ? FigureWords.Yuan(value, Language) : unit == "percent" ? Percent(value) : Digits(value);

    private static bool IsMoney(string unit) => unit.StartsWith("CNY", StringComparison.Ordinal);

    public override string Amount(long value, RuleType type) => type.Kind switch
    {
        ValueKind.Bool => value != 0 ? "是" : "否",
        ValueKind.Money => Value(value, type.Period switch { MoneyPeriod.Day => "CNY/day", MoneyPeriod.Month => "CNY/month", MoneyPeriod.Year => "CNY/year", _ => "CNY" }),
        ValueKind.Days => $"{value}天",
        ValueKind.Months => $"{value}个月",
        ValueKind.Rate => Factor(value),
        ValueKind.Date => Date(DateOnly.FromDayNumber((int)value)),
        ValueKind.Division => Division(value),
        ValueKind.Enum => type.Enumeration!.Labels[(int)value].Zh,
        _ => Digits(value),
    };

    public override string Division(long code) => divisionName?.Invoke(code) ?? (code == 0 ? "全国" : $"区划{code}");

    public override string Shifted(string date, string days, bool isOne, bool before) =>
        isOne ? $"{date}的{(before ? "前" : "后")}一天" : $"{date}{(before ? "前" : "后")}{days}";

    public override string LastOf(string date, string days) => $"{date}起算满{days}的那天";

    public override string Calendar(CalendarFunction function, string first, bool isBirth, string? second, long? months, bool atAsOf)
    {
        var day = isBirth ? $"{first}的出生日期" : first;
        var clamped = function == CalendarFunction.AnniversaryClamped ? "（当月没有这一天的，取当月最后一天）" : "";
        return function switch
        {
            CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped when months is { } count =>
                $"{first}{(isBirth ? "出生" : "")}满{(count != 0 && count % 12 == 0 ? $"{count / 12}周年" : $"{count}个月")}之日{clamped}",
            CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped => $"{day}之后满{second}之日{clamped}",
            CalendarFunction.MonthsOld when isBirth => $"{first}{(atAsOf ? "" : $"在{second}")}的月龄",
            CalendarFunction.MonthsOldClamped when isBirth => $"{first}{(atAsOf ? "" : $"在{second}")}的月龄（按月末取整）",
            CalendarFunction.YearsOld when isBirth => $"{first}{(atAsOf ? "" : $"在{second}")}的周岁",
            CalendarFunction.MonthsOld => $"从{day}到{second}的整月数",
            CalendarFunction.MonthsOldClamped => $"从{day}到{second}的整月数（按月末取整）",
            CalendarFunction.YearsOld => $"从{day}到{second}的整年数",
            CalendarFunction.DaysBetween => $"从{day}到{second}相隔的天数",
            CalendarFunction.MonthsBetween => $"从{day}所在月到{second}所在月相隔的月数",
            CalendarFunction.YearOf => $"{day}所在年份",
            CalendarFunction.MonthOf => $"{day}所在月份",
            CalendarFunction.MonthStart => $"{day}当月第一天",
            CalendarFunction.YearStart => $"{day}当年第一天",
            _ => $"{day}当年最后一天",
        };
    }

    public override string Extreme(bool greater, string left, string right) => $"（{left}与{right}中较{(greater ? "大" : "小")}的）";

    public override string Aggregate(Aggregation aggregation, string items, string? value) => aggregation switch
    {
        Aggregation.Count => $"{items}的人数",
        Aggregation.Sum => $"{items}各自的（{value}）之和",
        Aggregation.Min => $"{items}各自的（{value}）中最小的",
        _ => $"{items}各自的（{value}）中最大的",
    };

    public override string FirstKnown(string first, string second) => $"{first}（没有填写的，用{second}）";

    public override string Parameter(string label, string division, string? date) => $"{division}{(date is null ? "" : $"在{date}")}的“{label}”";

    public override string PerPeriod(string amount, MoneyPeriod period) => period switch
    {
        MoneyPeriod.Day => $"{amount}（按天计）",
        MoneyPeriod.Month => $"{amount}（按月计）",
        MoneyPeriod.Year => $"{amount}（按年计）",
        _ => $"{amount}（一次性）",
    };

    public override string Rounded(string quotient, RoundingMode mode, ValueKind kind)
    {
        var (unit, what) = kind == ValueKind.Money ? ("到分", "分以下") : ("取整", "小数");
        return quotient + mode switch
        {
            RoundingMode.HalfUp => $"（四舍五入{unit}）",
            RoundingMode.Down => $"（{what}舍去）",
            _ => $"（{what}进一）",
        };
    }

    public override string Span(string? from, string? until) => (from, until) switch
    {
        (null, null) => "",
        (_, null) => $"从{from}起",
        (null, _) => $"到{until}为止（含当天）",
        _ => $"从{from}起，到{until}为止（含当天）",
    };
}
