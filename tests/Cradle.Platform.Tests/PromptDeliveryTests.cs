using System.Diagnostics;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Tests;

/// <summary>A node that works: what it commits leaves at once. The job looks in a thousand days only.</summary>
public abstract class PromptDeliveryTests(TestDatabase database) : CaseSuite(database)
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(1);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RestartAsync(WithWork());
        await DeliveredAsync(await ApprovedCaseAsync(days: 1));   // what is compiled at the first use is no delay of a message
    }

    [Fact]
    public async Task A_message_leaves_as_soon_as_it_is_committed()
    {
        var id = await ApprovedCaseAsync(days: 7);
        var watch = Stopwatch.StartNew();
        await DeliveredAsync(id);
        Assert.True(watch.Elapsed < Prompt, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_message_saved_in_a_transaction_of_the_caller_leaves_when_that_commits_and_not_before()
    {
        var id = Guid.CreateVersion7(Time.GetUtcNow());
        var watch = new Stopwatch();
        await AsOfficerAsync("wang", async services =>
        {
            var database = services.GetRequiredService<PlatformDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            services.GetRequiredService<Outbox>().Publish(new LeaveApproved(id, 3), id);
            await database.SaveChangesAsync(Stop);
            await transaction.CommitAsync(Stop);
            watch.Start();
            return id;
        });
        await DeliveredAsync(id);
        Assert.True(watch.Elapsed < Prompt, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Messages_of_many_requests_at_once_all_leave_without_the_job()
    {
        for (var number = 0; number < 60; number++)   // more than a batch
            await ApprovedCaseAsync(days: 2);
        await Eventually.HoldsAsync(async () => !await InDatabaseAsync(database => database.Outbox.AnyAsync(message => message.State != MessageState.Delivered, Stop)));
    }

    private Task DeliveredAsync(Guid id) => Eventually.HoldsAsync(() =>
        InDatabaseAsync(database => database.Outbox.AnyAsync(message => message.SubjectId == id && message.State == MessageState.Delivered, Stop)));
}

public sealed class SqlitePromptDeliveryTests() : PromptDeliveryTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlPromptDeliveryTests(PostgreSqlServer server) : PromptDeliveryTests(new TestDatabase.PostgreSql(server));
