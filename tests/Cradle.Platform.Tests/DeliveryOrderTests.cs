using System.Collections.Concurrent;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

/// <summary>Messages about one thing go in their order, those about different things beside each other, and never one by two nodes at once.</summary>
public abstract class DeliveryOrderTests(TestDatabase database) : PlatformSuite(database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StepLog log = new();

    [Fact]
    public async Task Messages_about_one_thing_are_applied_in_the_order_in_which_one_save_sent_them()
    {
        Guid[] subjects = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await PublishAsync([.. Enumerable.Range(0, 30).Select(number => new Step(subjects[number % 3], number))]);
        while (await DeliverAsync() > 0)
        {
            // until nothing waits
        }

        Assert.Equal(30, log.Applied.Count);
        Assert.All(subjects, subject => Assert.Equal(log.Applied.Where(step => step.Subject == subject).Select(step => step.Number).Order(), log.Applied.Where(step => step.Subject == subject).Select(step => step.Number)));
    }

    [Fact]
    public async Task Messages_about_different_things_are_delivered_beside_each_other()
    {
        var both = new CountdownEvent(2);
        log.Enter = _ => Task.Run(() => both.Signal() || both.Wait(Patience));   // each waits for the other to have begun
        await PublishAsync(new Step(Guid.NewGuid(), 1), new Step(Guid.NewGuid(), 2));
        Assert.Equal(2, await DeliverAsync());
        Assert.Equal(2, log.Applied.Count);
        Assert.True(both.IsSet, "the second began only after the first had ended");
    }

    [Fact]
    public async Task What_follows_a_message_that_failed_waits_for_it_and_everything_else_goes_on()
    {
        var (held, other) = (Guid.NewGuid(), Guid.NewGuid());
        var failures = 1;
        log.Enter = step => step.Number == 1 && failures-- > 0 ? throw new InvalidOperationException("told to fail") : Task.CompletedTask;
        await PublishAsync(new Step(held, 1), new Step(held, 2), new Step(other, 3));
        await DeliverAsync();
        Assert.Equal([3], log.Applied.Select(step => step.Number));
        await PublishAsync(new Step(held, 4));
        Assert.Equal(0, await DeliverAsync());
        Time.Advance(TimeSpan.FromSeconds(2));
        await DeliverAsync();
        Assert.Equal([3, 1, 2, 4], log.Applied.Select(step => step.Number));
        Assert.All(await MessagesAsync(), message => Assert.Equal(MessageState.Delivered, message.State));
    }

    [Fact]
    public async Task What_was_given_up_holds_nothing_up_any_more()
    {
        await RestartAsync(services => services.Configure<OutboxOptions>(options => options.Tries = 1));
        var subject = Guid.NewGuid();
        log.Enter = step => step.Number == 1 ? throw new InvalidOperationException("told to fail") : Task.CompletedTask;
        await PublishAsync(new Step(subject, 1), new Step(subject, 2));
        await DeliverAsync();
        Assert.Equal([2], log.Applied.Select(step => step.Number));
    }

    [Fact]
    public async Task What_was_sent_to_wait_holds_nothing_up()
    {
        var subject = Guid.NewGuid();
        await PublishAsync(TimeSpan.FromHours(1), new Step(subject, 1));
        await PublishAsync(new Step(subject, 2));
        await DeliverAsync();
        Assert.Equal([2], log.Applied.Select(step => step.Number));
    }

    [Fact]
    public async Task While_one_node_is_at_a_message_another_takes_neither_it_nor_what_follows_it()
    {
        await using var second = await StartNodeAsync();
        var (subject, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        log.Enter = step =>
        {
            if (step.Number != 1)
                return Task.CompletedTask;
            entered.TrySetResult();
            return go.Task.WaitAsync(Patience);
        };
        await PublishAsync(new Step(subject, 1));
        var first = Task.Run(DeliverAsync, Stop);
        await entered.Task.WaitAsync(Patience, Stop);
        await PublishAsync(new Step(subject, 2), new Step(other, 3));
        Assert.Equal(1, await DeliverAsync(second));
        Assert.Equal([3], log.Applied.Select(step => step.Number));
        go.SetResult();
        Assert.Equal(1, await first);
        Assert.Equal(1, await DeliverAsync(second));
        Assert.Equal([3, 1, 2], log.Applied.Select(step => step.Number));
    }

    [Fact]
    public async Task A_node_stops_at_a_message_before_its_lease_ends_and_another_goes_on_in_order()
    {
        await using var second = await StartNodeAsync();
        var subject = Guid.NewGuid();
        var entered = new TaskCompletionSource();
        var slow = true;
        log.EnterUntil = async stop =>
        {
            if (slow)
            {
                slow = false;
                entered.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            }
        };
        await PublishAsync(new Step(subject, 1), new Step(subject, 2));
        var first = Task.Run(DeliverAsync, Stop);
        await entered.Task.WaitAsync(Patience, Stop);
        Time.Advance(TimeSpan.FromSeconds(55));       // of a lease of a minute
        Assert.Equal(2, await first.WaitAsync(Patience, Stop));
        Assert.Empty(log.Applied);
        Time.Advance(TimeSpan.FromSeconds(10));
        await DeliverAsync(second);
        Assert.Equal([1, 2], log.Applied.Select(step => step.Number));
    }

    [Fact]
    public async Task Messages_of_a_name_that_goes_one_by_one_are_never_beside_each_other()
    {
        var (inside, most) = (0, 0);
        log.Enter = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(5, Stop);
            Interlocked.Decrement(ref inside);
        };
        await ShareAsync(10);
        await DeliverAsync();
        Assert.Equal((10, 1), (log.Applied.Count, most));
    }

    [Fact]
    public async Task Two_passes_of_a_node_are_never_at_once_at_messages_that_go_one_by_one()
    {
        await RestartAsync(services => services.PostConfigure<OutboxOptions>(options => options.Batch = 5));
        var (inside, most) = (0, 0);
        log.Enter = async _ =>
        {
            Interlocked.Exchange(ref most, Math.Max(most, Interlocked.Increment(ref inside)));
            await Task.Delay(10, Stop);
            Interlocked.Decrement(ref inside);
        };
        await ShareAsync(10);
        var taken = await Task.WhenAll(Task.Run(DeliverAsync, Stop), Task.Run(DeliverAsync, Stop));
        Assert.Equal([5, 5], taken);
        Assert.Equal((10, 1), (log.Applied.Count, most));
    }

    [Fact]
    public async Task What_waited_for_another_pass_until_its_lease_ends_goes_back_untried()
    {
        await RestartAsync(services => services.PostConfigure<OutboxOptions>(options => options.Batch = 1));
        var entered = new TaskCompletionSource();
        log.EnterUntil = async stop =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        };
        await ShareAsync(2);
        var first = Task.Run(DeliverAsync, Stop);
        await entered.Task.WaitAsync(Patience, Stop);
        var second = Task.Run(DeliverAsync, Stop);
        while (await InDatabaseAsync(database => database.Outbox.CountAsync(message => message.TakenBy != null, Stop)) < 2)
            await Task.Delay(5, Stop);
        while (!first.IsCompleted || !second.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20, Stop);
        }

        Assert.Equal([0, 1], (await MessagesAsync()).Select(message => message.Attempts).Order());
        Assert.Empty(log.Applied);
    }

    [Fact]
    public async Task Two_nodes_that_meet_at_what_they_share_try_again_and_say_so_in_a_line()
    {
        await RestartAsync(services => services.PostConfigure<OutboxOptions>(options => options.Batch = 1));
        await using var second = await StartNodeAsync(more: services => services.PostConfigure<OutboxOptions>(options => options.Batch = 1));
        var both = new CountdownEvent(2);
        log.Enter = _ => Task.Run(() => both.IsSet || both.Signal() || both.Wait(Patience));
        log.Key = Guid.NewGuid();
        await ShareAsync(2);
        await Task.WhenAll(Task.Run(() => TakeOneAsync(Running), Stop), Task.Run(() => TakeOneAsync(second), Stop));
        Assert.Single(await MessagesAsync(), message => message.State == MessageState.Delivered);
        Time.Advance(TimeSpan.FromSeconds(2));
        await DeliverAsync();
        Assert.All(await MessagesAsync(), message => Assert.Equal(MessageState.Delivered, message.State));
        var said = (Running.Log.Text + '\n' + second.Log.Text).Split('\n');
        Assert.Single(said, line => line.StartsWith("Information: ", StringComparison.Ordinal) && line.Contains("met another write at try 1", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.StartsWith("Warning: ", StringComparison.Ordinal) || line.StartsWith("Error: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_of_messages_grow_within_a_moment_and_when_the_clock_goes_back()
    {
        var ids = new MessageIds();
        var made = Enumerable.Range(0, 9000).Select(number => ids.Next(Start.AddMilliseconds(number < 8000 ? 0 : -500))).ToList();
        Assert.Equal(made.Order(), made);
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, id => Assert.Equal(7, id.Version));
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(log);
        services.AddMessage<Step>("tests.step.v1");
        services.AddMessageHandler<Step, StepHandler>("tests.stepper");
        services.AddMessage<Shared>("tests.shared.v1", oneByOne: true);
        services.AddMessageHandler<Shared, SharedHandler>("tests.sharer");
        services.PostConfigure<OutboxOptions>(options => (options.PollEvery, options.AtOnce) = (TimeSpan.FromDays(1000), 4));
    }

    private Task<int> DeliverAsync() => DeliverAsync(Running);

    private static Task<int> DeliverAsync(Node node) => node.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop);

    // Of two nodes that look at the same message at once one gets none, and looks again.
    private static async Task TakeOneAsync(Node node)
    {
        while (await DeliverAsync(node) == 0)
            await Task.Delay(5, Stop);
    }

    private Task<int> PublishAsync(params Step[] steps) => PublishAsync(TimeSpan.Zero, steps);

    private Task<int> PublishAsync(TimeSpan after, params Step[] steps) => AsOfficerAsync("wang", async services =>
    {
        foreach (var step in steps)
            services.GetRequiredService<Outbox>().Publish(step, step.Subject, after);
        return await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
    });

    private Task<int> ShareAsync(int messages) => AsOfficerAsync("wang", async services =>
    {
        for (var number = 0; number < messages; number++)
            services.GetRequiredService<Outbox>().Publish(new Shared(number), Guid.NewGuid());
        return await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
    });

    private Task<List<OutboxMessage>> MessagesAsync() => InDatabaseAsync(database => database.Outbox.AsNoTracking().ToListAsync(Stop));

    internal sealed record Step(Guid Subject, int Number);

    internal sealed record Shared(int Number);

    internal sealed class StepLog
    {
        public ConcurrentQueue<Step> Applied { get; } = new();

        /// <summary>A row that the shared messages bring about: the first of them adds it.</summary>
        public Guid? Key { get; set; }

        public Func<Step, Task> Enter { get; set; } = _ => Task.CompletedTask;

        public Func<CancellationToken, Task> EnterUntil { get; set; } = _ => Task.CompletedTask;
    }

    internal sealed class StepHandler(StepLog log) : IMessageHandler<Step>
    {
        public async Task HandleAsync(Step message, CancellationToken cancellationToken)
        {
            await log.Enter(message);
            await log.EnterUntil(cancellationToken);
            log.Applied.Enqueue(message);
        }
    }

    internal sealed class SharedHandler(StepLog log, PlatformDbContext database) : IMessageHandler<Shared>
    {
        public async Task HandleAsync(Shared message, CancellationToken cancellationToken)
        {
            if (log.Key is { } key && !await database.Submissions.AnyAsync(row => row.Key == key, cancellationToken))
                database.Submissions.Add(new Submission { Key = key, Kind = "tests.shared", SubjectId = key, Receipt = key.ToString("N"), At = default });
            await log.Enter(new Step(Guid.Empty, message.Number));
            await log.EnterUntil(cancellationToken);
            log.Applied.Enqueue(new Step(Guid.Empty, message.Number));
        }
    }
}

public sealed class SqliteDeliveryOrderTests() : DeliveryOrderTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlDeliveryOrderTests(PostgreSqlServer server) : DeliveryOrderTests(new TestDatabase.PostgreSql(server));
