using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Evaluation;

namespace Cradle.Entitlements.Calculator;

/// <summary>The dates of a result as an iCalendar file (RFC 5545): one whole-day event a date that begins or ends something, with a reminder a week before an end.</summary>
public static class CalendarFile
{
    private const int LineOctets = 75;

    public static string Write(IReadOnlyList<Outcome> outcomes, DateOnly asOf, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Cradle//Entitlements//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        foreach (var outcome in outcomes.Where(outcome => outcome.Status is OutcomeStatus.Entitled or OutcomeStatus.NotYet or OutcomeStatus.Advisory or OutcomeStatus.Programme))
        {
            var label = outcome.Header.Label.In(PolicyLibrary.Language);
            var draft = outcome.IsDraft ? Wording.Say("（草案提示）", " (draft)") : "";
            if (outcome.From is { } from && from > asOf)
                Event(text, outcome, from, "from", Wording.Say($"开始：{label}{draft}", $"Begins: {label}{draft}"), now, remind: false);
            if (outcome.Until is { } until && until >= asOf)
                Event(text, outcome, until, "until", Wording.Say($"最后一天：{label}{draft}", $"Last day: {label}{draft}"), now, remind: true);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Outcome outcome, DateOnly day, string part, string summary, DateTimeOffset now, bool remind)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Uid(outcome, part)}@cradle");
        Line(text, $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"DTEND;VALUE=DATE:{day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"DESCRIPTION:{Escape(string.Join(' ', outcome.Rule?.Cites.Select(cite => cite.ToString()) ?? []))}");
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
