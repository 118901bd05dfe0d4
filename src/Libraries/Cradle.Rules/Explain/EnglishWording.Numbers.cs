using System.Globalization;
using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <content>English phrases: figures, days and calculations.</content>
internal sealed partial class EnglishWording
{
    private static readonly Dictionary<string, (string Singular, string Plural, string Period)> Counters = new()
    {
        ["day"] = ("day", "days", ""), ["day/year"] = ("day", "days", " a year"), ["hour/day"] = ("hour", "hours", " a day"), ["month"] = ("month", "months", ""),
        ["item"] = ("item", "items", ""), ["person"] = ("person", "people", ""), ["place"] = ("place", "places", ""), ["visit"] = ("visit", "visits", ""),
    };

    public override string AsOf => "the day asked for";

    public override string OutcomeValue(ValueKind kind) => kind == ValueKind.Days ? "the days due" : "the amount due";

    public override string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string Value(long value, string unit, ValueLimit limit = ValueLimit.None) =>
        limit == ValueLimit.None ? Plain(value, unit) : $"{FigureWords.Limit(limit, isMoney: false).En} {Plain(value, unit)}";

    public override string Range(long low, long high, string unit) =>
        $"{(unit.StartsWith("CNY", StringComparison.Ordinal) ? FigureWords.Yuan(low, Language) : unit == "percent" ? Percent(low) : Digits(low))} to {Plain(high, unit)}";

    private static string Plain(long value, string unit) => unit switch
    {
        "CNY" => $"{FigureWords.Yuan(value, Language.English)} yuan",
        "CNY/day" => $"{FigureWords.Yuan(value, Language.English)} yuan a day",
        "CNY/month" => $"{FigureWords.Yuan(value, Language.English)} yuan a month",
        "CNY/year" => $"{FigureWords.Yuan(value, Language.English)} yuan a year",
        "percent" => Percent(value),
        _ => Counters.TryGetValue(unit, out var counter) ? $"{value} {(value == 1 ? counter.Singular : counter.Plural)}{counter.Period}" : Digits(value),
    };

    public override string Amount(long value, RuleType type) => type.Kind switch
    {
        ValueKind.Bool => value != 0 ? "yes" : "no",
        ValueKind.Money => Value(value, type.Period switch { MoneyPeriod.Day => "CNY/day", MoneyPeriod.Month => "CNY/month", MoneyPeriod.Year => "CNY/year", _ => "CNY" }),
        ValueKind.Days => Value(value, "day"),
        ValueKind.Months => Value(value, "month"),
        ValueKind.Rate => Factor(value),
        ValueKind.Date => Date(DateOnly.FromDayNumber((int)value)),
        ValueKind.Division => Division(value),
        ValueKind.Enum => type.Enumeration!.Labels[(int)value].En,
        _ => Digits(value),
    };

    public override string Division(long code) => divisionName?.Invoke(code) ?? (code == 0 ? "the nation" : $"division {code}");

    public override string Shifted(string date, string days, bool isOne, bool before) =>
        $"{(isOne ? "the day" : days)} {(before ? "before" : "after")} {date}";

    public override string LastOf(string date, string days) => $"the last of {days} counted from {date}";

    public override string Calendar(CalendarFunction function, string first, bool isBirth, string? second, long? months, bool atAsOf)
    {
        var day = isBirth ? $"{first}'s birth date" : first;
        var clamped = function == CalendarFunction.AnniversaryClamped ? " (the last day of the month where that day does not exist)" : "";
        return function switch
        {
            CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped when months is { } count => $"the day {MonthsText(count)} after {day}{clamped}",
            CalendarFunction.Anniversary or CalendarFunction.AnniversaryClamped => $"the day ({second}) after {day}{clamped}",
            CalendarFunction.MonthsOld when isBirth => $"{first}'s age in months{At()}",
            CalendarFunction.MonthsOldClamped when isBirth => $"{first}'s age in months{At()} (clamped to the end of the month)",
            CalendarFunction.YearsOld when isBirth => $"{first}'s age in years{At()}",
            CalendarFunction.MonthsOld => $"the full months from {day} to {second}",
            CalendarFunction.MonthsOldClamped => $"the full months from {day} to {second} (clamped to the end of the month)",
            CalendarFunction.YearsOld => $"the full years from {day} to {second}",
            CalendarFunction.DaysBetween => $"the days from {day} to {second}",
            CalendarFunction.MonthsBetween => $"the calendar months from {day} to {second}",
            CalendarFunction.YearOf => $"the year of {day}",
            CalendarFunction.MonthOf => $"the month of {day}",
            CalendarFunction.MonthStart => $"the first of the month of {day}",
            CalendarFunction.YearStart => $"the first day of the year of {day}",
            _ => $"the last day of the year of {day}",
        };

        string At() => atAsOf ? "" : $" on {second}";
    }

    public override string Extreme(bool greater, string left, string right) => $"the {(greater ? "greater" : "smaller")} of ({left}) and ({right})";

    public override string Aggregate(Aggregation aggregation, string items, string? value) => aggregation switch
    {
        Aggregation.Count => $"the number of {items["the ".Length..]}",
        Aggregation.Sum => $"the sum of ({value}) over {items}",
        Aggregation.Min => $"the smallest ({value}) of {items}",
        _ => $"the greatest ({value}) of {items}",
    };

    public override string FirstKnown(string first, string second) => $"{first} (or, if not given, {second})";

    public override string Parameter(string label, string division, string? date) => $"the {label} of {division}{(date is null ? "" : $" on {date}")}";

    public override string PerPeriod(string amount, MoneyPeriod period) => period switch
    {
        MoneyPeriod.Day => $"{amount} (per day)",
        MoneyPeriod.Month => $"{amount} (per month)",
        MoneyPeriod.Year => $"{amount} (per year)",
        _ => $"{amount} (once)",
    };

    public override string Rounded(string quotient, RoundingMode mode, ValueKind kind)
    {
        var unit = kind == ValueKind.Money ? "fen" : "whole number";
        return quotient + mode switch
        {
            RoundingMode.HalfUp => $" (rounded to the nearest {unit})",
            RoundingMode.Down => $" (rounded down to the {unit})",
            _ => $" (rounded up to the {unit})",
        };
    }

    public override string Span(string? from, string? until) => (from, until) switch
    {
        (null, null) => "",
        (_, null) => $"from {from}",
        (null, _) => $"until {until} (included)",
        _ => $"from {from} until {until} (included)",
    };

    private static string MonthsText(long months) => months switch
    {
        12 => "1 year",
        not 0 when months % 12 == 0 => $"{months / 12} years",
        1 => "1 month",
        _ => $"{months} months",
    };
}
