using Cradle.Platform.Web.Timelines;

namespace Cradle.Platform.Web.Tests.Timelines;

public class DownwardLayoutTests
{
    public static TheoryData<int> Seeds => AcrossLayoutTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_rail_begins_before_it_runs_and_runs_until_it_ends(int seed)
    {
        var layout = DownwardLayout.Of(Samples.Crowded(seed));
        for (var rail = 0; rail < layout.RailCount; rail++)
        {
            var running = false;
            foreach (var parts in layout.Rows.Select(row => row.Rails[rail].Split(' ')))
            {
                var drawn = parts.Any(part => part.StartsWith("rail-", StringComparison.Ordinal));
                Assert.Equal(running || parts.Contains("from"), drawn);
                Assert.False(parts.Contains("from") && running, "a rail was taken while it ran");
                running = drawn && !parts.Contains("to");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_knows_every_rail_and_every_bar_is_told(int seed)
    {
        var timeline = Samples.Crowded(seed);
        var layout = DownwardLayout.Of(timeline);
        Assert.All(layout.Rows, row => Assert.Equal(layout.RailCount, row.Rails.Count));
        Assert.All(timeline.Drawn, bar => Assert.Contains(layout.Rows, row => row.Kind == DownRowKind.Start && row.Heading == bar.Label && (bar.Who is null || row.Who?.Contains(bar.Who, StringComparison.Ordinal) == true)));
    }

    [Fact]
    public void What_both_parents_have_is_said_once()
    {
        TimelineBar Leave(string who) => new() { Label = "育儿假", Who = who, From = Samples.Birth, Until = Samples.Birth.AddDays(9), Text = "7 天" };
        var rows = DownwardLayout.Of(new Timeline { Title = "样例", From = Samples.Birth, To = Samples.Birth.AddDays(20), Bars = [Leave("妈妈"), Leave("爸爸")] }).Rows;
        Assert.Equal("妈妈、爸爸", Assert.Single(rows, row => row.Kind == DownRowKind.Start).Who);
        Assert.Equal("妈妈、爸爸", Assert.Single(rows, row => row.Kind == DownRowKind.End).Who);
    }

    [Fact]
    public void A_year_that_follows_at_once_keeps_its_rail_and_the_end_of_the_year_before_is_not_told()
    {
        TimelineBar Year(int year) => new() { Label = "育儿假", From = Samples.Birth.AddYears(year), Until = Samples.Birth.AddYears(year + 1).AddDays(-1) };
        var layout = DownwardLayout.Of(new Timeline { Title = "样例", From = Samples.Birth, To = Samples.Birth.AddYears(2).AddDays(-1), Bars = [Year(0), Year(1)] });
        Assert.Equal(1, layout.RailCount);
        Assert.Equal(["rail-sure from", "rail-sure join", "rail-sure to"], layout.Rows.Where(row => row.IsOnRail).Select(row => row.Rails[0]));
    }

    [Fact]
    public void What_has_no_time_has_no_rail()
    {
        var layout = DownwardLayout.Of(new Timeline
        {
            Title = "样例", From = Samples.Birth, To = Samples.Birth.AddDays(20), Today = Samples.Birth.AddDays(3),
            Bars = [new() { Label = "护理假", From = Samples.Birth, Text = "9 天", Kind = TimelineKind.Open }],
        });
        Assert.Equal(0, layout.RailCount);
        Assert.Equal([DownRowKind.Day, DownRowKind.Start, DownRowKind.Today], layout.Rows.Select(row => row.Kind));
    }
}
