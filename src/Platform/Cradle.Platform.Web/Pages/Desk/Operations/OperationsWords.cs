using System.Globalization;
using Cradle.Platform.Telemetry;

namespace Cradle.Platform.Web.Pages.Desk.Operations;

/// <summary>A table of series of one instrument.</summary>
/// <param name="Id">What a link to it ends with.</param>
/// <param name="Caption">What they are.</param>
/// <param name="Columns">What their tags are.</param>
/// <param name="Rows">The series.</param>
/// <param name="IsTimed">Whether they have durations.</param>
/// <param name="Faults">How many of what was counted went wrong.</param>
public sealed record MeasuredTable(string Id, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<MeasuredSeries> Rows, bool IsTimed, long Faults);

/// <summary>Durations as the page writes them.</summary>
public static class OperationsWords
{
    /// <summary>Milliseconds, seconds, minutes, hours or days.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.#} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        _ => Wording.Say($"{span.TotalDays:0.#} 天", $"{span.TotalDays:0.#} d"),
    };

    /// <summary>The time within which nineteen of twenty lie.</summary>
    public static string Within(MeasuredSeries series)
    {
        const double Share = 0.95;
        return series.Within(Share) is { } bound ? $"≤ {Span(bound)}" : $"> {Span(TimeSpan.FromSeconds(MeasuredSeries.Bounds[^1]))}";
    }
}
