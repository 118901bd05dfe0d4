namespace Cradle.Platform.Web.Timelines;

/// <summary>
/// The drawing for a phone: days follow one another downwards, and each day takes the room that its words need. What is running stands
/// as a rail on the left, from the line where it begins to the line where it ends. A crowded first week is simply longer.
/// </summary>
internal sealed class DownwardLayout
{
    private readonly Timeline timeline;
    private readonly List<DownRow> rows = [];
    private readonly List<TimelineBar?> rails = [];

    private DownwardLayout(Timeline timeline)
    {
        this.timeline = timeline;
        var bars = timeline.Drawn.OrderBy(Start).ToList();
        var days = bars.Select(Start)
            .Concat(bars.Select(End).OfType<DateOnly>())
            .Concat(timeline.Ticks.Select(tick => tick.Date).Where(date => date >= timeline.From && date <= timeline.To.AddDays(1)))
            .Concat(timeline.ShowsToday ? [timeline.Today!.Value] : [])
            .Distinct().Order().ToList();
        foreach (var day in days)
            PlaceDay(day, bars);

        // Every line knows all rails, also those that are opened later.
        RailCount = rails.Count;
        Rows = rows.ConvertAll(row => row with { Rails = [.. row.Rails, .. Enumerable.Repeat(row.Rail is null ? "" : "across", RailCount - row.Rails.Count)] });
    }

    public IReadOnlyList<DownRow> Rows { get; }

    public int RailCount { get; }

    public static DownwardLayout Of(Timeline timeline) => new(timeline);

    private DateOnly Start(TimelineBar bar) => bar.From < timeline.From ? timeline.From : bar.From;

    private DateOnly? End(TimelineBar bar) => bar.Until <= timeline.To ? bar.Until : null;

    // What has no certain time has no rail: it is said once, where it may begin.
    private static bool HasRail(TimelineBar bar) => bar.Kind != TimelineKind.Open || bar.Until is not null;

    private void PlaceDay(DateOnly day, List<TimelineBar> bars)
    {
        var starting = bars.Where(bar => Start(bar) == day).ToList();
        var ending = bars.Where(bar => HasRail(bar) && End(bar) == day && Next(bar, bars) is null).ToList();
        var handedOver = bars.Where(bar => End(bar) == day && Next(bar, bars) is not null).ToList();
        var isToday = timeline.ShowsToday && timeline.Today == day;
        var tick = timeline.Ticks.FirstOrDefault(tick => tick.Date == day);
        if (starting.Count == 0 && ending.Count == 0 && handedOver.Count > 0 && !isToday && tick is null)
            return;

        if (isToday)
            Add(new DownRow(DownRowKind.Today, Wording.Say("今天", "Today"), null, Join(tick?.Label, Wording.Say(day)), default, null, Through()));
        else
            Add(new DownRow(DownRowKind.Day, tick?.Label ?? Wording.Say(day), null, tick is null ? null : Wording.Say(day), default, null, Through()));

        foreach (var bar in starting)
            PlaceStart(bar);
        foreach (var bar in ending)
            PlaceEnd(bar);
    }

    private void PlaceStart(TimelineBar bar)
    {
        var text = Join(bar.Text, bar.Detail);
        if (!HasRail(bar))
        {
            Add(new DownRow(DownRowKind.Start, bar.Label, bar.Who, text, bar.Kind, null, Through()));
            return;
        }

        var before = rails.FindIndex(running => running is not null && Continues(running, bar));
        var rail = before >= 0 ? before : rails.IndexOf(null);
        if (rail < 0)
        {
            rail = rails.Count;
            rails.Add(null);
        }

        rails[rail] = bar;
        Add(new DownRow(DownRowKind.Start, bar.Label, bar.Who, text, bar.Kind, rail, Through(rail, before >= 0 ? "join" : "from")));
    }

    private void PlaceEnd(TimelineBar bar)
    {
        var rail = rails.IndexOf(bar);
        Add(new DownRow(DownRowKind.End, bar.Label, bar.Who, Wording.Say("到这天为止", "last day"), bar.Kind, rail, Through(rail, "to")));
        rails[rail] = null;
    }

    private static TimelineBar? Next(TimelineBar bar, List<TimelineBar> bars) => bars.Find(next => Continues(bar, next));

    private static bool Continues(TimelineBar bar, TimelineBar next) =>
        bar.Until is { } until && next.From == until.AddDays(1) && bar.Label == next.Label && bar.Who == next.Who && bar.Kind == next.Kind;

    private List<string> Through(int? own = null, string ownPart = "") => rails.Select((bar, rail) =>
    {
        if (bar is null)
            return own < rail ? "across" : "";
        var kind = bar.Kind switch
        {
            TimelineKind.Certain => "rail-sure",
            TimelineKind.Open => "rail-open",
            _ => "rail-draft",
        };
        return rail == own ? $"{kind} {ownPart}" : own < rail ? $"{kind} across" : kind;
    }).ToList();

    private void Add(DownRow row) => rows.Add(row);

    private static string? Join(string? first, string? second)
    {
        var parts = new[] { first, second }.Where(part => !string.IsNullOrEmpty(part));
        var text = string.Join(Wording.Say("，", ", "), parts);
        return text.Length == 0 ? null : text;
    }
}
