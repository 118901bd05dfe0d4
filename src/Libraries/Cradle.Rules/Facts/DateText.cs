using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>What is wrong with a date that can't be read, told from how it was meant: no such day, another way of writing, two digits for the year.</summary>
internal static partial class DateText
{
    private const int LongestMeant = 40;
    private const string Form = "2026-03-01";

    /// <summary>Reason and remedy for a text that is no date of the contract.</summary>
    public static (Bilingual Reason, Bilingual Remedy) Explain(string text)
    {
        if (text.Length > LongestMeant || Parts().Match(Plain(text)) is not { Success: true } match)
            return (new("日期读不懂。", "The date can't be read."), new($"写成 {Form} 的样子。", $"Write it as {Form}."));
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (match.Groups["year"].Length != 4)
            return (new("年份要写四位数字。", "The year must have four digits."), new($"写成 {Form} 的样子。", $"Write it as {Form}."));
        if (year == 0 || month is < 1 or > 12)
            return (new($"没有{year}年{month}月。", $"There is no month {month} of the year {year}."), new("核对年月日。", "Check year, month and day."));
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return (new($"{year}年{month}月没有{day}日。", $"{year:0000}-{month:00} has no day {day}."), new("核对年月日。", "Check year, month and day."));
        var meant = new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (new("日期要写成年-月-日，用半角数字，月和日各两位。", "A date is written year-month-day, in plain digits, two each for month and day."), new($"写成 {meant}。", $"Write {meant}."));
    }

    // half a character has no normal form
    private static string Plain(string text) => text.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : text.Normalize(NormalizationForm.FormKC);

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^ *(?:(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})|(?<year>[0-9]{2,4})[^0-9]{1,3}(?<month>[0-9]{1,2})[^0-9]{1,3}(?<day>[0-9]{1,2})(?:[^0-9].*)?)$")]
    private static partial Regex Parts();
}
