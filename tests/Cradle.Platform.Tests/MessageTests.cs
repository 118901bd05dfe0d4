using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

public abstract class MessageTests(TestDatabase database) : CaseSuite(database)
{
    [Fact]
    public async Task A_message_leaves_with_the_move_and_is_applied_once()
    {
        var id = await ApprovedCaseAsync(days: 7);
        Assert.Equal(1, await DeliverAsync());
        Assert.Equal(0, await DeliverAsync());
        Assert.Equal(7, await TallyAsync(id));
        Assert.Equal(MessageState.Delivered, (await MessageAsync()).State);
    }

    [Fact]
    public async Task A_message_delivered_again_after_its_effect_was_saved_changes_nothing()
    {
        var id = await ApprovedCaseAsync(days: 7);
        await DeliverAsync();
        // as after a crash between the handler's commit and the outbox's
        await InDatabaseAsync(database => database.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MessageState.Waiting), Stop));
        Assert.Equal(1, await DeliverAsync());
        Assert.Equal(7, await TallyAsync(id));
    }

    [Fact]
    public async Task A_failing_handler_leaves_nothing_behind_and_is_tried_again_later_and_later()
    {
        var id = await ApprovedCaseAsync(days: 7);
        LetHandlerFail(2);
        await DeliverAsync();
        Assert.Null(await TallyAsync(id));
        Assert.Equal(0, await DeliverAsync());
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await DeliverAsync());
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, await DeliverAsync());
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await DeliverAsync());
        Assert.Equal(7, await TallyAsync(id));
        Assert.Equal((MessageState.Delivered, 3), ((await MessageAsync()).State, (await MessageAsync()).Attempts));
    }

    [Fact]
    public async Task A_message_given_up_names_no_person_and_can_be_sent_again_with_a_reason()
    {
        await RestartAsync(services => services.Configure<OutboxOptions>(options => options.Tries = 1));
        var id = await ApprovedCaseAsync(days: 7);
        LetHandlerFail(1);
        await DeliverAsync();
        var dead = Assert.Single(await AsOfficerAsync("admin", services => services.GetRequiredService<DeadLetters>().ListAsync(cancellationToken: Stop)));
        Assert.Equal("tests.tally: InvalidOperationException", dead.LastError);
        Assert.True(await AsOfficerAsync("admin", services => services.GetRequiredService<DeadLetters>().SendAgainAsync(dead.Id, "the other side is back", Stop)));
        Assert.False(await AsOfficerAsync("admin", services => services.GetRequiredService<DeadLetters>().SendAgainAsync(dead.Id, "again", Stop)));
        await DeliverAsync();
        Assert.Equal(7, await TallyAsync(id));
        Assert.Equal("the other side is back", await InDatabaseAsync(database => database.AuditEntries.Where(entry => entry.Action == "sent-again").Select(entry => entry.Reason).SingleAsync(Stop)));
    }

    [Fact]
    public async Task What_a_node_took_and_did_not_finish_goes_to_another_when_its_lease_ends()
    {
        await ApprovedCaseAsync();
        var until = Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await InDatabaseAsync(database => database.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.TakenBy, "gone").SetProperty(row => row.NotBefore, until), Stop));
        Assert.Equal(0, await DeliverAsync());
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await DeliverAsync());
    }

    [Fact]
    public async Task Two_nodes_that_deliver_at_once_apply_every_message_once()
    {
        var ids = new List<Guid>();
        for (var number = 0; number < 6; number++)
        {
            ids.Add(await ApprovedCaseAsync(days: 3));
        }

        await using var second = await StartNodeAsync();
        await Task.WhenAll(
            Task.Run(DeliverAsync), Task.Run(() => second.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop)));
        Time.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync();
        foreach (var id in ids)
        {
            Assert.Equal(3, await TallyAsync(id));
        }

        Assert.Equal(6, await InDatabaseAsync(database => database.Outbox.CountAsync(row => row.State == MessageState.Delivered, Stop)));
    }

    [Fact]
    public async Task A_message_of_an_unknown_name_is_kept_for_a_person()
    {
        await ApprovedCaseAsync();
        await InDatabaseAsync(database => database.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "tests.newer.v9"), Stop));
        await DeliverAsync();
        Assert.Equal((MessageState.Waiting, 1), ((await MessageAsync()).State, (await MessageAsync()).Attempts));
    }

    [Fact]
    public void A_message_without_a_name_and_a_name_used_twice_are_mistakes_at_start()
    {
        Assert.Throws<InvalidOperationException>(() => new MessageCatalogue([new("a", typeof(int)), new("a", typeof(long))], []));
        Assert.Throws<InvalidOperationException>(() => new MessageCatalogue([], [new("handler", typeof(int), (_, _, _) => Task.CompletedTask)]));
    }

    private Task<OutboxMessage> MessageAsync() => InDatabaseAsync(database => database.Outbox.AsNoTracking().SingleAsync(Stop));

    private Task<int?> TallyAsync(Guid id) =>
        InDatabaseAsync(database => database.Set<LeaveTally>().AsNoTracking().Where(tally => tally.Id == id).Select(tally => (int?)tally.Days).SingleOrDefaultAsync(Stop));
}

public sealed class SqliteMessageTests() : MessageTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlMessageTests(PostgreSqlServer server) : MessageTests(new TestDatabase.PostgreSql(server));
