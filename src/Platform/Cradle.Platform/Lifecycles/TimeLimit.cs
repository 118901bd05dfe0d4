using Cradle.Platform.Deadlines;
using Cradle.Primitives;

namespace Cradle.Platform.Lifecycles;

/// <summary>How long a state may last; the day of the event is not counted.</summary>
public abstract record TimeLimit
{
    private TimeLimit()
    {
    }

    /// <summary>The last day.</summary>
    public abstract DateOnly DueAfter(DateOnly eventDay, WorkCalendar calendar, CalendarGap gap);

    /// <summary>Working days on the statutory calendar, and plain days where it does not reach yet.</summary>
    public sealed record WorkingDays(int Count) : TimeLimit
    {
        public override DateOnly DueAfter(DateOnly eventDay, WorkCalendar calendar, CalendarGap gap) => gap.AddWorkingDays(calendar, eventDay, Count);

        public override string ToString() => $"{Count} working days";
    }

    /// <summary>Until a day that is known.</summary>
    public sealed record LastDay(DateOnly Day) : TimeLimit
    {
        public override DateOnly DueAfter(DateOnly eventDay, WorkCalendar calendar, CalendarGap gap) => Day;

        public override string ToString() => $"until {Day:yyyy-MM-dd}";
    }

    /// <summary>Days of the calendar, whatever they are.</summary>
    public sealed record CalendarDays(int Count) : TimeLimit
    {
        public override DateOnly DueAfter(DateOnly eventDay, WorkCalendar calendar, CalendarGap gap) => eventDay.AddDays(Count);

        public override string ToString() => $"{Count} days";
    }
}
