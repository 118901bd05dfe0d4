using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Deadlines;

/// <summary>Says once a node and year that the work calendar does not reach; the health check goes on saying it.</summary>
public sealed partial class CalendarGap(ILogger<CalendarGap> logger)
{
    private readonly ConcurrentDictionary<int, bool> said = new();

    internal void Say(int year)
    {
        if (said.TryAdd(year, true))
        {
            Missing(year);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work calendar has no {Year}: reminders and escalations count plain days until data/calendar/work-calendar.csv has the year")]
    private partial void Missing(int year);
}
