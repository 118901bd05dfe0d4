using System.Globalization;
using System.Text;

namespace Cradle.Platform.Web.Binding;

/// <summary>Year, month and day as somebody typed them, and what is wrong with them.</summary>
public sealed record DateParts(string? YearText, string? MonthText, string? DayText)
{
    public const string Year = "Year";
    public const string Month = "Month";
    public const string Day = "Day";

    public bool IsEmpty => string.IsNullOrWhiteSpace(YearText) && string.IsNullOrWhiteSpace(MonthText) && string.IsNullOrWhiteSpace(DayText);

    /// <summary>The date, or a sentence that says what to change. Full-width digits and a trailing 年, 月 or 日 are read too.</summary>
    public (DateOnly? Date, string? Error) Read()
    {
        string[] missing = [.. Missing()];
        if (missing.Length > 0)
            return (null, Wording.Say($"还差{string.Join("、", missing)}", $"Also enter the {string.Join(" and the ", missing)}"));

        var (year, month, day) = (Number(YearText), Number(MonthText), Number(DayText));
        if (year is null || month is null || day is null)
            return (null, Wording.Say("年、月、日请填数字", "Enter year, month and day as numbers"));
        if (year is < 1900 or > 2100)
            return (null, Wording.Say("年份请填四位数字，比如 2026", "Enter the year with four digits, such as 2026"));
        if (month is < 1 or > 12)
            return (null, Wording.Say("月份请填 1 到 12", "The month is a number from 1 to 12"));
        if (day < 1 || day > DateTime.DaysInMonth(year.Value, month.Value))
            return (null, Wording.Say($"{year}年{month}月没有 {day} 日，请检查", $"That month has no day {day}; please check"));
        return (new DateOnly(year.Value, month.Value, day.Value), null);
    }

    private IEnumerable<string> Missing()
    {
        if (string.IsNullOrWhiteSpace(YearText))
            yield return Wording.Say("年份", "year");
        if (string.IsNullOrWhiteSpace(MonthText))
            yield return Wording.Say("月份", "month");
        if (string.IsNullOrWhiteSpace(DayText))
            yield return Wording.Say("日期", "day");
    }

    private static int? Number(string? text) =>
        int.TryParse(text!.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('年', '月', '日'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
