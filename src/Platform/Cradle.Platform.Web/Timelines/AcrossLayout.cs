namespace Cradle.Platform.Web.Timelines;

/// <summary>
/// The drawing for a desk: time runs to the right, one lane a measure. A text stands in its bar when it fits, otherwise beside it,
/// otherwise on a line of its own under it; the lane grows. So nothing is cut and nothing overlaps, however many lanes there are.
/// </summary>
internal sealed class AcrossLayout
{
    public const double Width = 1040;
    private const double LeastLabelWidth = 96;
    private const double MostLabelWidth = 220;
    private const double LabelSize = 17;
    private const double TextSize = 16;
    private const double BarHeight = 32;
    private const double LineHeight = 22;
    private const double LanePadding = 9;
    private const double Gap = 12;
    private const double Inset = 11;
    private const double AxisHeight = 58;
    private const double StubWidth = 26;

    private readonly Timeline timeline;
    private readonly List<PlacedBar> bars = [];
    private readonly List<PlacedText> texts = [];
    private readonly List<double> laneLines = [];
    private readonly double left;

    private AcrossLayout(Timeline timeline)
    {
        this.timeline = timeline;
        var lanes = timeline.Lanes();
        left = LabelColumn(lanes);
        Ticks = [.. timeline.Axis().Select(tick => X(tick.Date))];
        PlaceAxis();
        var y = AxisHeight;
        var people = lanes.Select(lane => lane[0].Who).OfType<string>().Distinct().ToList();
        foreach (var lane in lanes)
        {
            if (y > AxisHeight)
                laneLines.Add(y);
            y = PlaceLane(lane, y, people.IndexOf(lane[0].Who ?? "") % 2 == 1);
        }

        Bottom = y + 4;
        TodayX = timeline.ShowsToday ? X(timeline.Today!.Value) : null;
        Height = Bottom + (TodayX is null ? 6 : 34);
        if (TodayX is { } today)
            PlaceToday(today);
    }

    public IReadOnlyList<PlacedBar> Bars => bars;

    public IReadOnlyList<PlacedText> Texts => texts;

    /// <summary>Heights of the faint lines between lanes.</summary>
    public IReadOnlyList<double> LaneLines => laneLines;

    public IReadOnlyList<double> Ticks { get; }

    public double? TodayX { get; }

    public double Top => AxisHeight - 6;

    public double Bottom { get; }

    public double Height { get; }

    public static AcrossLayout Of(Timeline timeline) => new(timeline);

    private static double LabelColumn(IReadOnlyList<IReadOnlyList<TimelineBar>> lanes)
    {
        var widest = lanes.Max(lane => (double?)Math.Max(TextMeasure.Width(lane[0].Label, LabelSize), TextMeasure.Width(Under(lane[0]), TextSize - 1))) ?? 0;
        return Math.Min(MostLabelWidth, Math.Max(LeastLabelWidth, widest)) + 20;
    }

    private static string Under(TimelineBar bar) => bar.Kind == TimelineKind.Draft
        ? string.Join(Wording.Say("，", ", "), new[] { bar.Who, Wording.Say("草案提示", "draft only") }.OfType<string>())
        : bar.Who ?? "";

    private double X(DateOnly date)
    {
        // The last day is drawn whole, so the right edge is the morning after.
        var days = Math.Clamp(date.DayNumber - timeline.From.DayNumber, 0, Span);
        return left + ((Width - left) * days / Span);
    }

    private double Span => Math.Max(1, timeline.To.DayNumber + 1 - timeline.From.DayNumber);

    private void PlaceAxis()
    {
        var free = double.NegativeInfinity;
        foreach (var tick in timeline.Axis())
        {
            var x = X(tick.Date);
            var date = Wording.Say(tick.Date);
            var name = tick.Label.Length == 0 ? date : tick.Label;
            var half = Math.Max(TextMeasure.Width(name, TextSize), tick.Label.Length == 0 ? 0 : TextMeasure.Width(date, TextSize - 1)) / 2;
            var (anchor, start) = x - half < left ? (TextAnchor.Start, x) : x + half > Width ? (TextAnchor.End, x - (2 * half)) : (TextAnchor.Middle, x - half);
            if (start < free)
                continue;
            free = start + (2 * half) + 16;
            texts.Add(new PlacedText(name, x, 18, TextSize, "t-b", anchor));
            if (tick.Label.Length > 0)
                texts.Add(new PlacedText(date, x, 40, TextSize - 1, "", anchor));
        }
    }

    private double PlaceLane(IReadOnlyList<TimelineBar> lane, double top, bool isSecond)
    {
        var labelLines = TextMeasure.Lines(lane[0].Label, LabelSize, left - 20);
        var underLines = TextMeasure.Lines(Under(lane[0]), TextSize - 1, left - 20);
        var labelHeight = ((labelLines.Count + underLines.Count) * LineHeight) + 4;
        var rowTop = top + LanePadding;

        var placed = lane.Select(bar => Place(bar, rowTop, isSecond)).ToList();
        var taken = placed.ConvertAll(bar => (bar.X, Right: bar.X + bar.Width));
        var below = new List<List<(double Left, double Right)>>();
        for (var i = 0; i < lane.Count; i++)
            PlaceText(lane[i], placed[i], taken, below, rowTop);
        bars.AddRange(placed);

        var y = rowTop + 15;
        foreach (var line in labelLines)
        {
            texts.Add(new PlacedText(line, 0, y, LabelSize, "t-b"));
            y += LineHeight;
        }

        foreach (var line in underLines)
        {
            texts.Add(new PlacedText(line, 0, y, TextSize - 1, lane[0].Kind == TimelineKind.Draft ? "t-a" : ""));
            y += LineHeight;
        }

        return rowTop + Math.Max(labelHeight, BarHeight + (below.Count * LineHeight) + (below.Count > 0 ? 6 : 0)) + LanePadding;
    }

    private PlacedBar Place(TimelineBar bar, double rowTop, bool isSecond)
    {
        var x = X(bar.From < timeline.From ? timeline.From : bar.From);
        var end = bar.Until is { } until ? X(until.AddDays(1)) : bar.Kind == TimelineKind.Open ? x + StubWidth : Width;
        // A day or two would vanish; four units can still be seen.
        var width = Math.Max(4, end - x - 2);
        if (x + width > Width)
            x = Width - width;
        return new PlacedBar(bar.Kind, x, rowTop, width, BarHeight, isSecond, bar.Until is null && bar.Kind != TimelineKind.Open);
    }

    private void PlaceText(TimelineBar bar, PlacedBar box, List<(double Left, double Right)> taken, List<List<(double Left, double Right)>> below, double rowTop)
    {
        var baseLine = rowTop + (BarHeight / 2) + (TextSize * .36);
        var rest = new List<string>();
        if (bar.Text.Length > 0)
        {
            var width = TextMeasure.Width(bar.Text, TextSize);
            if (width + (2 * Inset) <= box.Width)
                texts.Add(new PlacedText(bar.Text, InsideStart(box, width), baseLine, TextSize, InsideTone(bar.Kind)));
            else
                rest.Add(bar.Text);
        }

        if (bar.Detail is { Length: > 0 } detail)
            rest.Add(detail);
        var text = string.Join(Wording.Say("，", ", "), rest);
        if (text.Length == 0)
            return;

        var outside = TextMeasure.Width(text, TextSize);
        foreach (var start in new[] { box.X + box.Width + Gap, box.X - Gap - outside })
        {
            if (start < left || start + outside > Width || taken.Exists(other => start < other.Right + 4 && other.Left - 4 < start + outside))
                continue;
            taken.Add((start, start + outside));
            texts.Add(new PlacedText(text, start, baseLine, TextSize));
            return;
        }

        foreach (var line in TextMeasure.Lines(text, TextSize, Width - left))
            PlaceBelow(line, box.X, below, rowTop);
    }

    // A word in a bar steps aside for the line of today.
    private double InsideStart(PlacedBar box, double width)
    {
        var start = box.X + Inset;
        if (!timeline.ShowsToday || X(timeline.Today!.Value) is var today && (today < start - 4 || today > start + width + 4))
            return start;
        return today + 8 + width + Inset <= box.X + box.Width ? today + 8 : start;
    }

    private void PlaceBelow(string line, double wanted, List<List<(double Left, double Right)>> below, double rowTop)
    {
        var width = TextMeasure.Width(line, TextSize);
        var start = Math.Max(left, Math.Min(wanted, Width - width));
        var row = below.FindIndex(row => row.TrueForAll(other => start + width + 16 < other.Left || other.Right + 16 < start));
        if (row < 0)
        {
            row = below.Count;
            below.Add([]);
        }

        below[row].Add((start, start + width));
        texts.Add(new PlacedText(line, start, rowTop + BarHeight + 4 + ((row + 1) * LineHeight) - 5, TextSize));
    }

    private void PlaceToday(double x)
    {
        var text = Wording.Say($"今天，{timeline.Today!.Value.Month}月{timeline.Today.Value.Day}日", $"Today, {Wording.Say(timeline.Today.Value)}");
        var fits = x + Gap + TextMeasure.Width(text, TextSize) <= Width;
        texts.Add(new PlacedText(text, fits ? x + Gap : x - Gap, Bottom + 20, TextSize, "t-a", fits ? TextAnchor.Start : TextAnchor.End));
    }

    private static string InsideTone(TimelineKind kind) => kind switch
    {
        TimelineKind.Certain => "t-on",
        TimelineKind.Draft => "t-a",
        _ => "t-b",
    };
}
