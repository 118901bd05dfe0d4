using System.Globalization;

namespace Cradle.Primitives;

/// <summary>A time limit runs into a year for which no statutory holidays are on file; it is refused rather than guessed.</summary>
/// <param name="year">The year that is missing.</param>
public sealed class WorkCalendarYearMissingException(int year) : InvalidOperationException(
    string.Create(CultureInfo.InvariantCulture, $"The work calendar has no statutory holidays for {year}; add them to data/calendar once the State Council has announced them."))
{
    /// <summary>The year that is missing.</summary>
    public int Year { get; } = year;
}
