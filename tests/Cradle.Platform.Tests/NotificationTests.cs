using System.Text.Json;
using Cradle.Platform.Accounts;
using Cradle.Platform.Data;
using Cradle.Platform.Messages;
using Cradle.Platform.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

public abstract class NotificationTests(TestDatabase database) : PlatformSuite(database)
{
    protected override LogLevel FinestLog => LogLevel.Trace;

    private const string Phone = "13900001234";
    private static readonly Guid Child = Guid.Parse("0195a0c0-0000-7000-8000-00000000c11d");

    protected override void Configure(IServiceCollection services) =>
        services.Configure<OutboxOptions>(options => options.PollEvery = TimeSpan.FromDays(1000));   // the tests deliver by hand

    [Fact]
    public async Task A_notice_stands_in_the_inbox_and_is_dropped_once_for_the_gateway()
    {
        var li = await AccountAsync("li", Phone);
        Assert.True(await GiveAsync(li, NoticeTopic.Case));
        Assert.Equal("case", Assert.Single(await InboxAsync(li)).TextZh);
        Assert.Equal(1, await DeliverAsync());
        var file = Assert.Single(Directory.GetFiles(Path.Combine(StateFolder, "outgoing")));
        var dropped = JsonDocument.Parse(await File.ReadAllTextAsync(file, Stop)).RootElement;
        Assert.Equal((Phone, "case"), (dropped.GetProperty("phone").GetString(), dropped.GetProperty("text").GetString()));
        Assert.DoesNotContain(Phone, Running.Log.Text, StringComparison.Ordinal);
        await Running.InScopeAsync(services => services.GetRequiredService<Notifier>().ReadAsync(li, Stop));
        Assert.NotNull(Assert.Single(await InboxAsync(li)).Read);
    }

    [Fact]
    public async Task Who_left_no_way_to_be_reached_finds_it_in_the_inbox_only()
    {
        var li = await AccountAsync("li", null);
        await GiveAsync(li, NoticeTopic.Case);
        Assert.Equal(1, await DeliverAsync());
        Assert.False(Directory.Exists(Path.Combine(StateFolder, "outgoing")));
        Assert.Single(await InboxAsync(li));
    }

    [Theory]
    [InlineData(NoticeTopic.Congratulation)]
    [InlineData(NoticeTopic.Vaccination)]
    [InlineData(NoticeTopic.Subsidy)]
    public async Task After_a_loss_nothing_that_hurts_is_told_sent_or_left_in_the_inbox(NoticeTopic topic)
    {
        var li = await AccountAsync("li", Phone);
        Assert.True(await GiveAsync(li, topic, about: Child));        // before; not delivered yet
        await StopAsync(Child, SilenceReason.Stillbirth);
        Assert.Empty(await InboxAsync(li));
        await DeliverAsync();
        Assert.False(Directory.Exists(Path.Combine(StateFolder, "outgoing")));
        Assert.False(await GiveAsync(li, topic, about: Child));
        Assert.True(await GiveAsync(li, topic, about: Guid.NewGuid()));   // of another child it may still be told
        await StopAsync(li, SilenceReason.Bereavement);
        await StopAsync(li, SilenceReason.Bereavement);                   // twice is once
        Assert.False(await GiveAsync(li, topic));
        Assert.Empty(await InboxAsync(li));
        Assert.True(await GiveAsync(li, NoticeTopic.Case, about: Child));
        Assert.Single(await InboxAsync(li));
    }

    [Fact]
    public async Task A_notice_of_a_change_that_is_not_saved_is_never_given()
    {
        var li = await AccountAsync("li", Phone);
        await AsOfficerAsync("wang", services => services.GetRequiredService<Notifier>().GiveAsync(li, NoticeTopic.Case, "a", "a", cancellationToken: Stop));
        Assert.Empty(await InboxAsync(li));
        Assert.Equal(0, await DeliverAsync());
    }

    private Task<Guid> AccountAsync(string name, string? phone) => AsOfficerAsync("wang", async services =>
    {
        var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync(name, name);
        Assert.Null(await services.GetRequiredService<ContactService>().KeepAsync(account!.Id, phone, null, Stop));
        return account.Id;
    });

    private Task<bool> GiveAsync(Guid account, NoticeTopic topic, Guid? about = null) => AsOfficerAsync("wang", async services =>
    {
        var given = await services.GetRequiredService<Notifier>().GiveAsync(account, topic, topic.ToString().ToLowerInvariant(), topic.ToString(), about: about, cancellationToken: Stop);
        await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
        return given;
    });

    private Task<int> StopAsync(Guid id, SilenceReason reason) => AsOfficerAsync("wang", async services =>
    {
        await services.GetRequiredService<Notifier>().StopAsync(id, reason, Stop);
        return await services.GetRequiredService<PlatformDbContext>().SaveChangesAsync(Stop);
    });

    private Task<List<Notice>> InboxAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<Notifier>().InboxOf(account).AsNoTracking().ToListAsync(Stop));

    private Task<int> DeliverAsync() => Running.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync(Stop);
}

public sealed class SqliteNotificationTests() : NotificationTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlNotificationTests(PostgreSqlServer server) : NotificationTests(new TestDatabase.PostgreSql(server));
