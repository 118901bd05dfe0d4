namespace Cradle.Primitives;

/// <summary>How precisely the day of a change is known.</summary>
public enum DatePrecision
{
    /// <summary>The day itself.</summary>
    Day,

    /// <summary>Only the month; the date names its first day.</summary>
    Month,

    /// <summary>Only the year; the date names its first day.</summary>
    Year,
}

/// <summary>
/// A code that went out of use, or a name that changed under an unchanged code. A division that was divided has one change
/// for each successor.
/// </summary>
/// <param name="OldCode">The code before.</param>
/// <param name="OldNameZh">The Chinese name before.</param>
/// <param name="NewCode">The code after.</param>
/// <param name="Date">When it changed, as far as <paramref name="Precision"/> says.</param>
/// <param name="Precision">How precisely the date is known.</param>
/// <param name="Note">What happened, where the codes alone do not say it.</param>
public sealed record DivisionChange(
    DivisionCode OldCode, string OldNameZh, DivisionCode NewCode, DateOnly Date, DatePrecision Precision, string Note);
