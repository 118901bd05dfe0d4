using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>
/// The dates of a result as an iCalendar file (RFC 5545): one whole-day event a date that begins or ends something, with a reminder before an end.
/// What ends years from now is left out: rules change, and nobody acts on it.
/// </summary>
public static class CalendarFile
{
    private const int LineOctets = 75;
    private const int YearsAhead = 4;
    private const int DaysBeforeEnd = 7;
    private const int DaysBeforeLapse = 14;

    /// <param name="outcomes">What is to stand in it.</param>
    /// <param name="family">The family, whose children are told apart and have birth dates or due dates.</param>
    /// <param name="asOf">The day of the answer; what was over or had begun by then is left out.</param>
    /// <param name="now">When the file is written.</param>
    /// <param name="source">A clause in words, with its address.</param>
    public static string Write(IEnumerable<Outcome> outcomes, FamilyFacts family, DateOnly asOf, DateTimeOffset now, Func<Citation, string> source)
    {
        var children = ChildNames.Of(family, PolicyLibrary.Language);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Cradle//Entitlements//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        // what begins or ends on one day for both parents or for twins is one day in a calendar
        foreach (var alike in outcomes.Where(outcome => outcome.Status is OutcomeStatus.Entitled or OutcomeStatus.NotYet)
            .GroupBy(outcome => (outcome.Header.Id, outcome.Rule?.Id, outcome.IsDraft, outcome.From, outcome.Until)).Select(group => group.ToList()))
        {
            var outcome = alike[0];
            var label = outcome.Header.Label.In(PolicyLibrary.Language) + Whose(alike, children);
            var description = string.Join('\n', (outcome.Rule?.Cites ?? []).Distinct().Select(source).Prepend(Wording.Say("找谁办：", "Where: ") + OutcomeText.Handler(outcome)).Concat(Caveats(outcome, family)));
            if (outcome.From is { } from && from > asOf)
                Event(text, Uid(outcome, "from"), from, Wording.Say($"开始：{label}", $"Begins: {label}"), description, now, remindDays: 0);
            var lapses = Lapses(outcome, family).ToList();
            foreach (var lapse in lapses.Where(day => day >= asOf && day <= asOf.AddYears(YearsAhead)))
                Event(text, Uid(outcome, "lapse" + lapse.ToString("yyyy", CultureInfo.InvariantCulture)), lapse, Wording.Say($"这一年的天数到今天为止：{label}", $"This year's days end: {label}"), description, now, DaysBeforeLapse);
            if (outcome.Until is { } until && until >= asOf && until <= asOf.AddYears(YearsAhead))
                Event(text, Uid(outcome, "until"), until,
                    outcome.EndsEarliest ? Wording.Say($"最早到今天：{label}", $"Ends today at the earliest: {label}") : Wording.Say($"最后一天：{label}", $"Last day: {label}"),
                    description, now, lapses.Count > 0 ? DaysBeforeLapse : DaysBeforeEnd);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>The last day of each year of a yearly leave: a year begins at a birthday of the youngest child, and what was not taken in it is lost.</summary>
    private static IEnumerable<DateOnly> Lapses(Outcome outcome, FamilyFacts family)
    {
        if (outcome is not { Unit: "day/year", Until: { } until } || family.Vocabulary.Find(EntityKind.Child, "birth_date") is not { } birthDate)
            yield break;
        var births = (family.Children ?? []).Select(child => child.TryGet(birthDate.Slot, out var number) ? DateOnly.FromDayNumber((int)number) : (DateOnly?)null).OfType<DateOnly>().ToList();
        if (births.Count == 0 || DueDates.HasAny(family))
            yield break;
        for (var (birth, year) = (births.Max(), 1); CalendarMonths.Anniversary(birth, year * 12).AddDays(-1) is var last && last < until; year++)
            yield return last;
    }

    /// <summary>What makes a day less than certain.</summary>
    private static IEnumerable<string> Caveats(Outcome outcome, FamilyFacts family)
    {
        if (outcome.EndsEarliest)
            yield return Wording.Say("规定写的是“不少于”，或者还有可能加上的天数，所以这是最早的一天。", "The text says “at least”, or days may still be added: this is the earliest day.");
        if (DueDates.RestsOn(outcome, family))
            yield return Wording.Say("按预产期算的，孩子出生后请重新下载。", "Reckoned from the due date: download it again after the birth.");
        foreach (var reading in outcome.Voices.Select(voice => voice.Reading).OfType<Bilingual>().Distinct())
            yield return Wording.Say("文件没有写清，这里的理解：", "Our reading where the text is silent: ") + reading.In(PolicyLibrary.Language);
    }

    /// <summary>The parents it is for and, of several children, which ones.</summary>
    private static string Whose(IReadOnlyList<Outcome> alike, ChildNames children)
    {
        var parents = alike.Select(outcome => outcome.Beneficiary switch
        {
            "mother" => Wording.Say("妈妈", "mother"),
            "father" => Wording.Say("爸爸", "father"),
            _ => null,
        });
        string[] people = [.. new[] { parents, alike.Select(children.Of) }.Select(group => string.Join(Wording.Say("、", " and "), group.OfType<string>().Distinct())).Where(names => names.Length > 0)];
        return people.Length == 0 ? "" : Wording.Say("（", " (") + string.Join(Wording.Say("，", ", "), people) + Wording.Say("）", ")");
    }

    private static void Event(StringBuilder text, string uid, DateOnly day, string summary, string description, DateTimeOffset now, int remindDays)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{uid}@cradle");
        Line(text, $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"DTEND;VALUE=DATE:{day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"DESCRIPTION:{Escape(description)}");
        Line(text, "TRANSP:TRANSPARENT");
        if (remindDays > 0)
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escape(summary)}");
            Line(text, string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-P{remindDays}D"));
            Line(text, "END:VALARM");
        }

        Line(text, "END:VEVENT");
    }

    /// <summary>The same entitlement keeps its id from download to download, so a calendar updates instead of doubling it.</summary>
    private static string Uid(Outcome outcome, string part)
    {
        var key = $"{outcome.Header.Id}/{outcome.Beneficiary}/{outcome.Child}/{outcome.IsDraft}/{part}/{outcome.From:yyyyMMdd}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds at 75 octets without cutting a character.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
