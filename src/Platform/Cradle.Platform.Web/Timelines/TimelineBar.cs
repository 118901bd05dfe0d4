namespace Cradle.Platform.Web.Timelines;

/// <summary>One stretch of time. Bars of the same label and person share a lane.</summary>
public sealed record TimelineBar
{
    public required string Label { get; init; }

    /// <summary>Whose it is: 妈妈, 爸爸, 孩子.</summary>
    public string? Who { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive; null where no text sets an end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Short: 180 天, 第 1 年.</summary>
    public string Text { get; init; } = "";

    /// <summary>A sentence that may stand beside or under the bar.</summary>
    public string? Detail { get; init; }

    public TimelineKind Kind { get; init; }
}
