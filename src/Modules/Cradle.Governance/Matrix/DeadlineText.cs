using System.Globalization;
using System.Text.RegularExpressions;
using Cradle.Platform.Tables;

namespace Cradle.Governance.Matrix;

/// <summary>What stands in the column of deadlines.</summary>
public enum DeadlineKind
{
    /// <summary>Nothing is written: the place has not set one.</summary>
    NotSet,

    /// <summary>By a day.</summary>
    Day,

    /// <summary>By a day of every year.</summary>
    Yearly,

    /// <summary>Without end (持续推进).</summary>
    Continuous,

    /// <summary>As the province requires (按照全省统一要求): no day of its own.</summary>
    AsProvinceRequires,

    /// <summary>Something that cannot be read as any of these.</summary>
    Unreadable,
}

/// <summary>A deadline as it was given, and what it means.</summary>
/// <param name="AsGiven">The text, untouched.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Day">The last day; of a yearly one, in the year of reading.</param>
/// <param name="IsCompleted">That the text says it is done, which is a standing and no deadline.</param>
public sealed partial record DeadlineText(string AsGiven, DeadlineKind Kind, DateOnly? Day = null, bool IsCompleted = false)
{
    /// <summary>Reads 2025年11月底, 2025-11-30, 2025年底, 每年11月底前, 持续推进, 按照全省统一要求推进, 已完成; full-width digits too.</summary>
    public static DeadlineText Read(string text, int year)
    {
        var key = PlainText.Key(text);
        return key switch
        {
            "" or "-" or "—" => new(text, DeadlineKind.NotSet),
            _ when SaysDone(text) => new(text, DeadlineKind.NotSet, IsCompleted: true),
            _ when key.Contains("全省统一要求", StringComparison.Ordinal) || key.Contains("省统一部署", StringComparison.Ordinal) => new(text, DeadlineKind.AsProvinceRequires),
            _ when Continuous().IsMatch(key) && !Limited().IsMatch(key) => new(text, DeadlineKind.Continuous),
            _ when Yearly().Match(key) is { Success: true } match => Of(match, text, DeadlineKind.Yearly, year),
            _ when Dated().Match(key) is { Success: true } match => Of(match, text, DeadlineKind.Day, Number(match, "year")),
            _ => new(text, DeadlineKind.Unreadable),
        };
    }

    /// <summary>Whether a cell says that the whole is done: 已完成, 已于2024年底完成. 已完成80% and 已完成选址 tell of progress.</summary>
    public static bool SaysDone(string text) => Done().IsMatch(PlainText.Key(text));

    private static DeadlineText Of(Match match, string text, DeadlineKind kind, int year)
    {
        var month = match.Groups["month"].Success ? Number(match, "month") : match.Groups["half"].Success ? 6 : match.Groups["quarter"].Success ? 3 * QuarterOf(match) : 12;
        if (month is < 1 or > 12)
        {
            return new(text, DeadlineKind.Unreadable);
        }

        var last = DateTime.DaysInMonth(year, month);
        var day = match.Groups["day"].Success ? Number(match, "day") : last;
        return day is >= 1 && day <= last ? new(text, kind, new DateOnly(year, month, day)) : new(text, DeadlineKind.Unreadable);
    }

    private static int QuarterOf(Match match) => 1 + "一二三四1234".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) % 4;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^已(?:于[\\d年月日号底末./-]+)?(?:全部|如期|按期|按时)*完成[.。]?$")]
    private static partial Regex Done();

    // a cell that names a day as well has a day: 2025年底前完成，之后持续推进
    [GeneratedRegex("\\d|[年月][底末]|上半年|季度")]
    private static partial Regex Limited();

    [GeneratedRegex("持续|长期|常态化")]
    private static partial Regex Continuous();

    [GeneratedRegex("^每年(?:(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日|底|末)?|(?<half>上半年)|年?底|年?末)(?:前|之前|以前)?(?:完成)?$")]
    private static partial Regex Yearly();

    [GeneratedRegex("^(?<year>20\\d{2})(?:年(?:(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})[日号]|底|末)?|(?<half>上半年)|第?(?<quarter>[一二三四1-4])季度[底末]?|底|末)?|[-./](?<month>\\d{1,2})(?:[-./](?<day>\\d{1,2}))?)(?:前|之前|以前)?(?:完成)?$")]
    private static partial Regex Dated();
}
