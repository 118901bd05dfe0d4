using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>A calendar file read strictly after RFC 5545; anything out of order throws.</summary>
internal sealed partial record Calendar(IReadOnlyList<CalendarEvent> Events)
{
    private static readonly string[] Required = ["VERSION", "PRODID"];
    private static readonly string[] RequiredOfEvent = ["UID", "DTSTAMP", "DTSTART;VALUE=DATE"];
    private static readonly string[] RequiredOfAlarm = ["ACTION", "DESCRIPTION", "TRIGGER"];

    public static Calendar Read(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));   // 3.1: lines end with CRLF
        foreach (var line in text.Split("\r\n"))
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, $"3.1: longer than 75 octets: {line}");
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var events = new List<CalendarEvent>();
        var open = new Stack<(string Name, Dictionary<string, string> Properties)>();
        foreach (var line in lines)
        {
            var match = ContentLine().Match(line);
            Assert.True(match.Success, $"3.1: no content line: {line}");
            var (name, value) = (match.Groups[1].Value, match.Groups[2].Value);
            if (name == "BEGIN")
                open.Push((value, []));
            else if (name == "END")
                Close(open, value, events);
            else
                Assert.True(open.Peek().Properties.TryAdd(name, value), $"3.6: {name} stands twice in {open.Peek().Name}");
        }

        Assert.Empty(open);
        Assert.Equal(events.Count, events.Select(item => item.Uid).Distinct().Count());   // 3.8.4.7
        return new Calendar(events);
    }

    private static void Close(Stack<(string Name, Dictionary<string, string> Properties)> open, string name, List<CalendarEvent> events)
    {
        var (opened, properties) = open.Pop();
        Assert.Equal(opened, name);
        Assert.Equal(name switch { "VCALENDAR" => 0, "VEVENT" => 1, "VALARM" => 2, _ => -1 }, open.Count);
        foreach (var required in name switch { "VCALENDAR" => Required, "VEVENT" => RequiredOfEvent, _ => RequiredOfAlarm })
            Assert.True(properties.ContainsKey(required), $"3.6: {name} lacks {required}");
        if (name != "VEVENT")
            return;
        Assert.Matches(@"^\d{8}T\d{6}Z$", properties["DTSTAMP"]);
        var (start, end) = (Day(properties["DTSTART;VALUE=DATE"]), Day(properties["DTEND;VALUE=DATE"]));
        Assert.True(start < end, "3.6.1: an event ends after it begins");
        events.Add(new CalendarEvent(properties["UID"], start, Plain(properties["SUMMARY"]), Plain(properties["DESCRIPTION"])));
    }

    private static DateOnly Day(string value) => DateOnly.ParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Plain(string value)
    {
        Assert.DoesNotMatch(@"(?<!\\)(?:\\\\)*[,;]", value);   // 3.3.11: commas and semicolons are escaped
        return Escape().Replace(value, match => match.Value is "\\n" or "\\N" ? "\n" : match.Value[1..]);
    }

    [GeneratedRegex("^([A-Z][A-Z0-9-]*(?:;[A-Z-]+=[^:;]+)*):(.*)$")]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}

/// <summary>A whole day of a calendar file.</summary>
internal sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, string Description);
