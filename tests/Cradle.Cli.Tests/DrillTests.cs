using System.Text.Json;

namespace Cradle.Cli.Tests;

/// <summary>Reckons report and assessment of the drill again from its events alone, knowing nothing of the code that made them.</summary>
public class DrillTests
{
    [Fact]
    public async Task A_year_of_work_ends_in_a_report_and_an_assessment_that_its_events_explain()
    {
        var run = await CommandLine.Cradle("drill", "governance", "--json");
        Assert.Equal(0, run.ExitCode);
        var outcome = run.Json;
        Assert.Equal(40, outcome.GetProperty("units").GetInt32());
        Assert.True(outcome.GetProperty("auditHolds").GetBoolean());
        var events = outcome.GetProperty("events").EnumerateArray().Select(Happened.Of).ToList();
        var places = outcome.GetProperty("places").EnumerateArray().ToList();
        Assert.Equal(3, places.Count);
        foreach (var what in new[] { "signed", "reported", "proved", "claimed", "checked", "sent-back", "closed", "reopened", "extended", "reminded" })
        {
            Assert.Contains(events, happened => happened.What == what);
        }

        var totals = new List<decimal>();
        foreach (var place in places)
        {
            var own = events.Where(happened => happened.Division == place.GetProperty("division").GetString()).ToList();
            CheckReport(place, own);
            totals.Add(CheckAssessment(place, own));
        }

        // equals would share a place; the places come in their order
        Assert.Equal(totals.OrderDescending(), totals);
        Assert.Equal(totals.Select(total => 1 + totals.Count(other => other > total)), places.Select(place => place.GetProperty("rank").GetInt32()));
        Assert.Equal([true, true, false], places.OrderBy(place => Array.IndexOf(["2201", "1401", "6201"], place.GetProperty("division").GetString())).Select(place => place.GetProperty("reportInTime").GetBoolean()));
        Assert.Equal(93, outcome.GetProperty("compiled").EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == "重点任务").GetProperty("value").GetDecimal());
    }

    private static void CheckReport(JsonElement place, List<Happened> events)
    {
        var day = DateOnly.Parse(place.GetProperty("reportTakenOn").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var figures = place.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("name").GetString()!, figure => figure.GetProperty("value").GetDecimal());
        var tasks = events.GroupBy(happened => happened.Task).Select(group => group.ToList()).ToList();
        Assert.Equal(31, figures["重点任务"]);
        Assert.Equal(tasks.Count(IsClosed), figures["已核销"]);
        Assert.Equal(tasks.Count(task => !IsClosed(task) && Deadline(task) < day), figures["逾期"]);
        Assert.Equal(tasks.Count(task => task.Last(happened => happened.What is "claimed" or "checked" or "sent-back" or "closed" or "reopened" or "assigned").What == "claimed"), figures["待核查"]);
        Assert.True(place.GetProperty("annexIsSame").GetBoolean());
    }

    private static decimal CheckAssessment(JsonElement place, List<Happened> events)
    {
        var values = place.GetProperty("values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetDecimal());
        var tasks = events.GroupBy(happened => happened.Task).Select(group => group.ToList()).ToList();
        var closed = Math.Round(100m * tasks.Count(IsClosed) / 31, 2, MidpointRounding.AwayFromZero);
        var reported = Math.Round(100m * tasks.Count(task => IsClosed(task) || Units(task).All(unit => task.Any(happened => happened.What == "reported" && happened.Unit == unit))) / 31, 2, MidpointRounding.AwayFromZero);
        var late = tasks.Count(task => Deadline(task) < (IsClosed(task) ? task.Last(happened => happened.What == "closed").Day : new DateOnly(2026, 12, 31)));
        Assert.Equal((closed, reported, late), (values["closed"], values["reported"], values["late"]));
        // 40 and 20 in proportion to 100 per cent, 20 for at most 3 late tasks, 20 by judgement
        var total = Math.Round((40 * closed / 100) + (20 * reported / 100) + (20 * (late <= 3 ? 1 : 3m / late)) + (20 * values["quality"] / 100), 2, MidpointRounding.AwayFromZero);
        Assert.Equal(total, place.GetProperty("total").GetDecimal());
        return total;
    }

    private static bool IsClosed(List<Happened> task) => task.LastOrDefault(happened => happened.What is "closed" or "reopened")?.What == "closed";

    private static DateOnly? Deadline(List<Happened> task) => task.Last(happened => happened.What is "assigned" or "extended").Deadline;

    private static string[] Units(List<Happened> task) => task[0].Unit!.Split('、');

    private sealed record Happened(string Division, int Task, string What, DateOnly Day, string? Unit, DateOnly? Deadline)
    {
        public static Happened Of(JsonElement json) => json.Deserialize<Happened>(JsonSerializerOptions.Web)!;
    }
}
