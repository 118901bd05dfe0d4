using System.Collections.Concurrent;
using System.Diagnostics;
using Cradle.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Cradle.Platform.Tests;

/// <summary>The schedule as a node keeps it: in its memory on SQLite, in the shared database on PostgreSQL.</summary>
public abstract class JobTests(TestDatabase database) : PlatformSuite(database)
{
    protected const string Name = "tests.recorded";

    private protected Runs Made { get; } = new();

    [Fact]
    public async Task A_job_runs_round_after_round_and_goes_on_after_a_restart()
    {
        await RestartAsync(Working(TimeSpan.FromMilliseconds(200)));
        await Eventually.HoldsAsync(() => Task.FromResult(Made.Count >= 3));
        await RestartAsync(Working(TimeSpan.FromMilliseconds(200)));
        var before = Made.Count;
        await Eventually.HoldsAsync(() => Task.FromResult(Made.Count >= before + 3));
    }

    [Fact]
    public async Task A_run_that_fails_is_in_the_log_and_followed_by_the_next()
    {
        Made.Act = () => Task.FromException(new InvalidOperationException("told to fail"));
        await RestartAsync(Working(TimeSpan.FromMilliseconds(200)));
        await Eventually.HoldsAsync(() => Task.FromResult(Made.Count >= 3));
        Assert.Contains($"Error: The job {Name} failed", Running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_interval_is_not_joined_by_another()
    {
        Made.Act = () => Task.Delay(TimeSpan.FromMilliseconds(400), Stop);
        await RestartAsync(Working(TimeSpan.FromMilliseconds(100)));
        await Eventually.HoldsAsync(() => Task.FromResult(Made.Count >= 4));
        Assert.Equal(1, Made.MostAtOnce);
    }

    [Fact]
    public async Task Another_interval_in_the_configuration_changes_the_schedule()
    {
        await RestartAsync(Working(TimeSpan.FromDays(10)));
        Assert.Equal(0, Made.Count);
        await RestartAsync(Working(TimeSpan.FromMilliseconds(200)));
        await Eventually.HoldsAsync(() => Task.FromResult(Made.Count >= 2));
    }

    [Fact]
    public async Task A_job_that_is_no_longer_part_of_the_product_leaves_the_schedule()
    {
        await RestartAsync(Working(TimeSpan.FromDays(10)));
        Assert.Contains(Name, await ScheduledAsync());
        await RestartAsync(WithWork());
        var left = await ScheduledAsync();
        Assert.DoesNotContain(Name, left);
        Assert.Contains("platform.outbox", left);
    }

    private protected Action<IServiceCollection> Working(TimeSpan every) => WithWork(services => services.AddSingleton(Made).AddJob<RecordedJob>(Name, every));

    private async Task<List<string>> ScheduledAsync()
    {
        var scheduler = await Running.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Stop);
        return [.. (await scheduler.QueryTriggers(new TriggerQuery(), Stop)).Items.Select(trigger => trigger.JobKey.Name)];
    }

    /// <summary>The runs of all nodes of a test.</summary>
    internal sealed class Runs
    {
        private readonly ConcurrentQueue<long> starts = new();
        private int running;
        private int most;

        public int Count => starts.Count;

        public int MostAtOnce => most;

        public Func<Task> Act { get; set; } = () => Task.CompletedTask;

        public async Task RecordAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            try
            {
                await Act();
            }
            finally
            {
                Interlocked.Decrement(ref running);
                starts.Enqueue(Stopwatch.GetTimestamp());
            }
        }
    }

    internal sealed class RecordedJob(Runs runs) : IBackgroundJob
    {
        public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync();
    }
}

public sealed class SqliteJobTests() : JobTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlJobTests(PostgreSqlServer server) : JobTests(new TestDatabase.PostgreSql(server))
{
    [Fact]
    public async Task Nodes_that_start_at_once_on_one_database_do_each_run_once_between_them()
    {
        var period = TimeSpan.FromMilliseconds(500);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartNodeAsync(more: Working(period))));
        try
        {
            var (before, watch) = (Made.Count, Stopwatch.StartNew());
            await Task.Delay(period * 8, Stop);
            var expected = watch.Elapsed / period;
            Assert.InRange(Made.Count - before, expected / 2, expected * 2);   // three nodes by themselves would make three times as many; runs that a busy machine held up come late
            Assert.Equal(1, Made.MostAtOnce);
            var scheduler = await nodes[0].Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Stop);
            Assert.Equal(3, (await scheduler.QueryClusterNodes(Stop)).Count);
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }
}
