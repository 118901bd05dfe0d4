namespace Cradle.Platform.Web.Timelines;

/// <summary>What a time line shows. Both drawings and the table come from it.</summary>
public sealed record Timeline
{
    /// <summary>What a screen reader announces.</summary>
    public required string Title { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day drawn, inclusive.</summary>
    public required DateOnly To { get; init; }

    public DateOnly? Today { get; init; }

    public required IReadOnlyList<TimelineBar> Bars { get; init; }

    /// <summary>Named days; without any the axis names years or months.</summary>
    public IReadOnlyList<TimelineTick> Ticks { get; init; } = [];

    /// <summary>The bars that touch the axis; the table shows the others too.</summary>
    internal IEnumerable<TimelineBar> Drawn => Bars.Where(bar => bar.From <= To && (bar.Until ?? To) >= From);

    internal bool ShowsToday => Today >= From && Today <= To;

    /// <summary>The ticks given, or one for each year, half-year, quarter or month, so that there are at most eight.</summary>
    internal IReadOnlyList<TimelineTick> Axis()
    {
        if (Ticks.Count > 0)
            return [.. Ticks.Where(tick => tick.Date >= From && tick.Date <= To.AddDays(1)).OrderBy(tick => tick.Date)];

        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
        var step = new[] { 1, 3, 6, 12, 2 * 12, 5 * 12, 10 * 12 }.FirstOrDefault(step => months <= step * 8, 20 * 12);
        return [.. Enumerable.Range(0, 9)
            .Select(i => From.AddMonths(i * step))
            .TakeWhile(date => date <= To)
            .Select(date => new TimelineTick(date, ""))];
    }

    /// <summary>Lanes in the order of the bars. Bars of one lane never overlap: one that would opens a lane of its own.</summary>
    internal IReadOnlyList<IReadOnlyList<TimelineBar>> Lanes()
    {
        var lanes = new List<List<TimelineBar>>();
        foreach (var bar in Drawn)
        {
            var lane = lanes.Find(lane => lane[0].Label == bar.Label && lane[0].Who == bar.Who && lane[0].Kind == bar.Kind && lane.TrueForAll(other => Apart(other, bar)));
            if (lane is null)
                lanes.Add(lane = []);
            lane.Add(bar);
        }

        foreach (var lane in lanes)
            lane.Sort((a, b) => a.From.CompareTo(b.From));
        return lanes;
    }

    private static bool Apart(TimelineBar a, TimelineBar b) => a.Until < b.From || b.Until < a.From;
}
