using System.Collections.Concurrent;
using Cradle.Primitives;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Deadlines;

/// <summary>
/// Counts working days, and plain days in a year whose holidays are not announced: a last day that comes too early is better than
/// a move that is lost. It says so once a node and year; the health check goes on saying it.
/// </summary>
public sealed partial class CalendarGap(ILogger<CalendarGap> logger)
{
    private readonly ConcurrentDictionary<int, bool> said = new();

    public DateOnly AddWorkingDays(WorkCalendar calendar, DateOnly day, int workingDays)
    {
        try
        {
            return calendar.AddWorkingDays(day, workingDays);
        }
        catch (WorkCalendarYearMissingException missing)
        {
            Say(missing.Year);
            return day.AddDays(workingDays);
        }
    }

    private void Say(int year)
    {
        if (said.TryAdd(year, true))
        {
            Missing(year);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work calendar has no {Year}: time limits, reminders and escalations count plain days until data/calendar/work-calendar.csv has the year")]
    private partial void Missing(int year);
}
