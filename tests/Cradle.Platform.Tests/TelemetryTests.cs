using System.Diagnostics;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Telemetry;
using Cradle.Platform.Tests.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class TelemetryTests(TestDatabase database) : CaseSuite(database)
{
    [Fact]
    public async Task A_delivery_stands_in_the_trace_of_the_request_that_sent_the_message()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (ended)
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        await ApprovedCaseAsync();
        request.Stop();
        Activity.Current = null;
        await DeliverAsync();
        lock (ended)
        {
            var delivery = Assert.Single(ended, activity => activity.TraceId == request.TraceId);   // other tests are traced beside this one
            Assert.Equal(("deliver tests.leave-approved.v1", request.SpanId), (delivery.OperationName, delivery.ParentSpanId));
        }
    }

    [Fact]
    public async Task Moves_are_counted_by_table_action_and_outcome()
    {
        var id = await ApprovedCaseAsync();
        Assert.IsType<MoveError.Illegal>(await MoveAsync(id, LeaveAction.Submit));
        var moves = Tally.Of("cradle.lifecycle.moves").ToDictionary(one => string.Join(' ', one.Tags), one => one.Count);
        var name = LeaveCase.Lifecycle.Name;
        Assert.Equal((1, 1, 1), (moves[$"{name} Submit Made"], moves[$"{name} Approve Made"], moves[$"{name} Submit Illegal"]));
    }

    [Fact]
    public async Task Deliveries_are_counted_by_outcome_with_the_time_since_the_commit()
    {
        await ApprovedCaseAsync();
        LetHandlerFail(1);
        await DeliverAsync();
        Time.Advance(TimeSpan.FromSeconds(4));
        await DeliverAsync();
        var (failed, delivered) = (Of("failed"), Of("delivered"));
        Assert.Equal((1, 1), (failed.Count, delivered.Count));
        Assert.Equal(TimeSpan.FromSeconds(4), delivered.Mean);
        Assert.Equal(TimeSpan.FromSeconds(4.096), delivered.Within(0.95));   // 1 ms doubled twelve times is the first bound above 4 s
    }

    [Fact]
    public async Task What_waits_is_counted_and_the_gauge_ends_when_nobody_counts_any_more()
    {
        var backlog = Running.Services.GetRequiredService<Backlog>();
        Assert.Empty(backlog.Observe(reading => reading.Waiting));
        await ApprovedCaseAsync();
        Assert.True(await Running.RunJobAsync("platform.backlog"));
        Assert.Equal(1, Assert.Single(backlog.Observe(reading => reading.Waiting)).Value);
        await DeliverAsync();
        Assert.True(await Running.RunJobAsync("platform.backlog"));
        Assert.Equal(0, Assert.Single(backlog.Observe(reading => reading.Waiting)).Value);
        Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(backlog.Observe(reading => reading.Waiting));
        Assert.Contains(Tally.Of("cradle.job.duration"), run => run.Tags is ["platform.backlog", "done"] && run.Count == 2);
    }

    private MeasuredTally Tally => Running.Services.GetRequiredService<Measures>().Tally;

    private MeasuredSeries Of(string outcome) => Assert.Single(Tally.Of("cradle.outbox.delay"), one => one.Tags[1] == outcome);
}

public sealed class SqliteTelemetryTests() : TelemetryTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlTelemetryTests(PostgreSqlServer server) : TelemetryTests(new TestDatabase.PostgreSql(server));
