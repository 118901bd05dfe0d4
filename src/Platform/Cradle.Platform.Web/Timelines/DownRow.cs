namespace Cradle.Platform.Web.Timelines;

internal enum DownRowKind
{
    /// <summary>The heading of a day.</summary>
    Day,

    /// <summary>Something begins.</summary>
    Start,

    /// <summary>Something ends after this day.</summary>
    End,

    /// <summary>The day of the reader.</summary>
    Today,
}

/// <summary>One line of the drawing that runs downwards, with what each rail does beside it.</summary>
/// <param name="Who">Everybody of whom this line says the same.</param>
/// <param name="IsOnRail">It speaks of rails; headings, and what has no certain time, don't.</param>
/// <param name="Rails">Class words of every rail at this line, empty where the rail is not in use.</param>
internal sealed record DownRow(DownRowKind Kind, string Heading, string? Who, string? Text, TimelineKind BarKind, bool IsOnRail, IReadOnlyList<string> Rails);
