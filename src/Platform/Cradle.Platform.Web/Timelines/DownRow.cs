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
/// <param name="Rail">The rail that this line speaks of; null for headings and for what has no rail.</param>
/// <param name="Rails">Class words of every rail at this line, empty where the rail is not in use.</param>
internal sealed record DownRow(DownRowKind Kind, string Heading, string? Who, string? Text, TimelineKind BarKind, int? Rail, IReadOnlyList<string> Rails);
