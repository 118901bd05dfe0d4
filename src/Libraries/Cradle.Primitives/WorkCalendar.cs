namespace Cradle.Primitives;

/// <summary>
/// Working days on the statutory calendar: Monday to Friday, less the holidays and plus the make-up workdays that the State
/// Council announces for each year. A year that is not on file is an error, never a guess.
/// </summary>
public sealed class WorkCalendar
{
    private const string Holiday = "holiday";
    private const string MakeUpWorkday = "workday";
    private readonly Dictionary<int, bool> confirmedByYear;
    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<DateOnly> makeUpWorkdays;

    private WorkCalendar(Dictionary<int, bool> confirmedByYear, HashSet<DateOnly> holidays, HashSet<DateOnly> makeUpWorkdays)
    {
        this.confirmedByYear = confirmedByYear;
        this.holidays = holidays;
        this.makeUpWorkdays = makeUpWorkdays;
    }

    /// <summary>The years on file, in order.</summary>
    public IReadOnlyList<int> Years => [.. confirmedByYear.Keys.Order()];

    /// <summary>Reads the calendar from a CSV file; see data/calendar/README.md for its form.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ReferenceDataException">A line cannot be read.</exception>
    public static WorkCalendar Load(string path)
    {
        using var reader = new StreamReader(path);
        return Read(Path.GetFileName(path), reader);
    }

    /// <summary>
    /// Reads the calendar from CSV with the columns date, kind (holiday or workday) and confirmed (true or false). A year is
    /// on file once a day of it is listed; it is confirmed only if all its days are.
    /// </summary>
    /// <param name="source">Name used in errors.</param>
    /// <param name="reader">The text.</param>
    /// <exception cref="ReferenceDataException">A line cannot be read.</exception>
    public static WorkCalendar Read(string source, TextReader reader)
    {
        var confirmed = new Dictionary<int, bool>();
        var holidays = new HashSet<DateOnly>();
        var makeUpWorkdays = new HashSet<DateOnly>();
        foreach (var row in CsvTable.Read(source, reader, "date", "kind", "confirmed").Rows)
        {
            var date = row.Date("date");
            var days = row["kind"] switch
            {
                Holiday => holidays,
                MakeUpWorkday when IsWeekend(date) => makeUpWorkdays,
                MakeUpWorkday => throw row.Error("a make-up workday falls on a weekday, which is a working day already"),
                var other => throw row.Error($"kind: '{other}' is neither {Holiday} nor {MakeUpWorkday}"),
            };
            if (holidays.Contains(date) || makeUpWorkdays.Contains(date))
            {
                throw row.Error("this date is listed twice");
            }

            if (!bool.TryParse(row["confirmed"], out var isConfirmed))
            {
                throw row.Error($"confirmed: '{row["confirmed"]}' is neither true nor false");
            }

            days.Add(date);
            confirmed[date.Year] = isConfirmed && confirmed.GetValueOrDefault(date.Year, true);
        }

        return new WorkCalendar(confirmed, holidays, makeUpWorkdays);
    }

    /// <summary>Whether the year's holidays were compared with the official notice; null when the year is not on file.</summary>
    /// <param name="year">The year.</param>
    public bool? IsConfirmed(int year) => confirmedByYear.TryGetValue(year, out var confirmed) ? confirmed : null;

    /// <summary>Whether offices work on that day.</summary>
    /// <param name="date">The day.</param>
    /// <exception cref="WorkCalendarYearMissingException">The year is not on file.</exception>
    public bool IsWorkingDay(DateOnly date)
    {
        if (!confirmedByYear.ContainsKey(date.Year))
        {
            throw new WorkCalendarYearMissingException(date.Year);
        }

        return makeUpWorkdays.Contains(date) || (!IsWeekend(date) && !holidays.Contains(date));
    }

    /// <summary>
    /// The last day of a time limit in working days: the day of the event is not counted, the day returned is.
    /// </summary>
    /// <param name="eventDay">The day on which the limit begins to run; it need not be a working day.</param>
    /// <param name="workingDays">Length of the limit, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one working day.</exception>
    /// <exception cref="WorkCalendarYearMissingException">The limit runs into a year that is not on file.</exception>
    public DateOnly AddWorkingDays(DateOnly eventDay, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = eventDay;
        for (var counted = 0; counted < workingDays;)
        {
            day = day.AddDays(1);
            counted += IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after one day up to and including another; the opposite of <see cref="AddWorkingDays"/>.</summary>
    /// <param name="eventDay">The day that is not counted.</param>
    /// <param name="until">The last day counted; not before <paramref name="eventDay"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day lies before the first.</exception>
    /// <exception cref="WorkCalendarYearMissingException">The days run into a year that is not on file.</exception>
    public int WorkingDaysAfter(DateOnly eventDay, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, eventDay);
        var count = 0;
        for (var day = eventDay; day < until;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
