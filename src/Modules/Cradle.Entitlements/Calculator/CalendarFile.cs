using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>The dates of a result as an iCalendar file (RFC 5545): one whole-day event a date that begins or ends something, with a reminder a week before an end.</summary>
public static class CalendarFile
{
    private const int LineOctets = 75;

    /// <param name="outcomes">What is to stand in it.</param>
    /// <param name="children">How several children are told apart.</param>
    /// <param name="asOf">The day of the answer; what was over or had begun by then is left out.</param>
    /// <param name="now">When the file is written.</param>
    /// <param name="source">A clause in words, with its address.</param>
    public static string Write(IEnumerable<Outcome> outcomes, ChildNames children, DateOnly asOf, DateTimeOffset now, Func<Citation, string> source)
    {
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
            var description = string.Join('\n', (outcome.Rule?.Cites ?? []).Distinct().Select(source).Prepend(Wording.Say("找谁办：", "Where: ") + OutcomeText.Handler(outcome)));
            if (outcome.From is { } from && from > asOf)
                Event(text, Uid(outcome, "from"), from, Wording.Say($"开始：{label}", $"Begins: {label}"), description, now, remind: false);
            if (outcome.Until is { } until && until >= asOf)
                Event(text, Uid(outcome, "until"), until, Wording.Say($"最后一天：{label}", $"Last day: {label}"), description, now, remind: true);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
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

    private static void Event(StringBuilder text, string uid, DateOnly day, string summary, string description, DateTimeOffset now, bool remind)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{uid}@cradle");
        Line(text, $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"DTEND;VALUE=DATE:{day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"DESCRIPTION:{Escape(description)}");
        Line(text, "TRANSP:TRANSPARENT");
        if (remind)
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escape(summary)}");
            Line(text, "TRIGGER:-P7D");
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
