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
        Rows = rows.ConvertAll(row => row with { Rails = [.. row.Rails, .. Enumerable.Repeat(row.IsOnRail ? "across" : "", RailCount - row.Rails.Count)] });
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
            rows.Add(new DownRow(DownRowKind.Today, Wording.Say("今天", "Today"), null, Join(tick?.Label, Wording.Say(day)), default, false, Through([])));
        else
            rows.Add(new DownRow(DownRowKind.Day, tick?.Label ?? Wording.Say(day), null, tick is null ? null : Wording.Say(day), default, false, Through([])));

        // What holds for several people is said once.
        foreach (var same in starting.GroupBy(bar => (bar.Label, bar.Kind, bar.Text, bar.Detail, HasRail(bar))))
            PlaceStart([.. same]);
        foreach (var same in ending.GroupBy(bar => (bar.Label, bar.Kind)))
            PlaceEnd([.. same]);
    }

    private void PlaceStart(List<TimelineBar> bars)
    {
        var text = Join(bars[0].Text, bars[0].Detail);
        if (!HasRail(bars[0]))
        {
            Add(DownRowKind.Start, bars, text, Through([]));
            return;
        }

        var own = new Dictionary<int, string>();
        foreach (var bar in bars)
        {
            var before = rails.FindIndex(running => running is not null && Continues(running, bar));
            var rail = before >= 0 ? before : rails.IndexOf(null);
            if (rail < 0)
            {
                rail = rails.Count;
                rails.Add(null);
            }

            rails[rail] = bar;
            own[rail] = before >= 0 ? "join" : "from";
        }

        Add(DownRowKind.Start, bars, text, Through(own));
    }

    private void PlaceEnd(List<TimelineBar> bars)
    {
        var own = bars.Select(bar => rails.FindIndex(running => ReferenceEquals(running, bar))).ToDictionary(rail => rail, _ => "to");
        Add(DownRowKind.End, bars, Wording.Say("到这天为止", "last day"), Through(own));
        foreach (var rail in own.Keys)
            rails[rail] = null;
    }

    private static TimelineBar? Next(TimelineBar bar, List<TimelineBar> bars) => bars.Find(next => Continues(bar, next));

    private static bool Continues(TimelineBar bar, TimelineBar next) =>
        bar.Until is { } until && next.From == until.AddDays(1) && bar.Label == next.Label && bar.Who == next.Who && bar.Kind == next.Kind;

    // What each rail does beside a line that speaks of the rails in own. From the first of those a thin line leads to the words.
    private List<string> Through(Dictionary<int, string> own)
    {
        var first = own.Count == 0 ? int.MaxValue : own.Keys.Min();
        return rails.Select((bar, rail) => string.Join(' ', new[]
        {
            bar is null ? null : RailClass(bar.Kind),
            own.GetValueOrDefault(rail),
            rail > first ? "across" : null,
        }.OfType<string>())).ToList();
    }

    private static string RailClass(TimelineKind kind) => kind switch
    {
        TimelineKind.Certain => "rail-sure",
        TimelineKind.Open => "rail-open",
        _ => "rail-draft",
    };

    private void Add(DownRowKind kind, List<TimelineBar> bars, string? text, List<string> beside)
    {
        var who = string.Join(Wording.Say("、", ", "), bars.Select(bar => bar.Who).OfType<string>().Distinct());
        rows.Add(new DownRow(kind, bars[0].Label, who.Length == 0 ? null : who, text, bars[0].Kind, HasRail(bars[0]), beside));
    }

    private static string? Join(string? first, string? second)
    {
        var parts = new[] { first, second }.Where(part => !string.IsNullOrEmpty(part));
        var text = string.Join(Wording.Say("，", ", "), parts);
        return text.Length == 0 ? null : text;
    }
}
