using Cradle.Platform.Web.Timelines;

namespace Cradle.Platform.Web.Tests.Timelines;

public class AcrossLayoutTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_crowded_no_two_texts_overlap(int seed)
    {
        var texts = AcrossLayout.Of(Samples.Crowded(seed)).Texts;
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                var (a, b) = (texts[i], texts[j]);
                Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"'{a}' covers '{b}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_crowded_everything_stays_on_the_sheet(int seed)
    {
        var layout = AcrossLayout.Of(Samples.Crowded(seed));
        Assert.All(layout.Texts, text => Assert.True(text.Left >= 0 && text.Right <= AcrossLayout.Width + .5 && text.Bottom <= layout.Height, text.ToString()));
        Assert.All(layout.Bars, bar => Assert.True(bar.X >= 0 && bar.X + bar.Width <= AcrossLayout.Width + .5 && bar.Y + bar.Height <= layout.Bottom, bar.ToString()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_bar_that_touches_the_axis_is_drawn_and_every_word_of_it_is_written(int seed)
    {
        var timeline = Samples.Crowded(seed);
        var layout = AcrossLayout.Of(timeline);
        Assert.Equal(timeline.Bars.Count(bar => bar.From <= timeline.To && (bar.Until ?? timeline.To) >= timeline.From), layout.Bars.Count);
        var written = string.Concat(layout.Texts.Select(text => text.Text)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(timeline.Drawn, bar => Assert.Contains(bar.Text.Replace(" ", "", StringComparison.Ordinal), written, StringComparison.Ordinal));
        Assert.All(timeline.Drawn, bar => Assert.Contains((bar.Detail ?? "").Replace(" ", "", StringComparison.Ordinal), written, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_of_the_time_takes_half_of_the_axis()
    {
        // 100 days; the bar covers the first 50, so it ends in the middle between the left of the axis and the right edge.
        var layout = AcrossLayout.Of(new Timeline
        {
            Title = "样例", From = Samples.Birth, To = Samples.Birth.AddDays(99),
            Bars = [new() { Label = "甲", From = Samples.Birth, Until = Samples.Birth.AddDays(49), Text = "一半" }],
        });
        var bar = Assert.Single(layout.Bars);
        Assert.Equal((bar.X + AcrossLayout.Width) / 2, bar.X + bar.Width + 2, 0.01);
    }

    [Fact]
    public void Years_of_one_leave_share_a_lane_and_both_parents_have_their_own()
    {
        TimelineBar Year(string who, int year) => new() { Label = "育儿假", Who = who, From = Samples.Birth.AddYears(year), Until = Samples.Birth.AddYears(year + 1).AddDays(-1) };
        var timeline = new Timeline
        {
            Title = "样例", From = Samples.Birth, To = Samples.Birth.AddYears(2).AddDays(-1),
            Bars = [Year("妈妈", 0), Year("爸爸", 0), Year("妈妈", 1), Year("爸爸", 1)],
        };
        Assert.Equal([2, 2], timeline.Lanes().Select(lane => lane.Count));
        Assert.Equal(2, AcrossLayout.Of(timeline).Bars.Select(bar => bar.Y).Distinct().Count());
    }
}
