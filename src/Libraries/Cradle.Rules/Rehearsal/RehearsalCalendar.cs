namespace Cradle.Rules.Rehearsal;

/// <summary>
/// The days on which a rehearsal looks: the first day of every month of its years, and the day after the last. The years begin on the day asked for, so a
/// calendar year is asked for by its first of January.
/// </summary>
/// <param name="Start">The first day.</param>
/// <param name="Years">How many years, 1 to <see cref="MostYears"/>.</param>
public sealed record RehearsalCalendar(DateOnly Start, int Years)
{
    /// <summary>Beyond this, constant rates say nothing.</summary>
    public const int MostYears = 10;

    /// <summary>Months in a year.</summary>
    public const int Months = 12;

    /// <summary>How many days it looks.</summary>
    public int Observations => Years * Months + 1;

    /// <summary>The day of an observation; where the month is shorter, its last day.</summary>
    public DateOnly Day(int observation) => Start.AddMonths(observation);

    /// <summary>How many days the month after an observation has.</summary>
    public int DaysAfter(int observation) => Day(observation + 1).DayNumber - Day(observation).DayNumber;

    /// <summary>The first day of a year, counted from 0.</summary>
    public DateOnly From(int year) => Day(year * Months);

    /// <summary>The last day of a year, counted from 0.</summary>
    public DateOnly Until(int year) => Day((year + 1) * Months).AddDays(-1);
}
