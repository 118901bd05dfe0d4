namespace Cradle.Primitives;

/// <summary>The calendar day in China, wherever the server stands. China has kept UTC+8 the year round since 1992.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today.</summary>
    /// <param name="time">The clock.</param>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day an instant falls on.</summary>
    /// <param name="instant">The instant, in any offset.</param>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant by the clock of China.</summary>
    /// <param name="instant">The instant, in any offset.</param>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The instant a day begins.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
