using Cradle.Platform.Data;
using Cradle.Platform.Notifications;
using Cradle.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

public class InboxTests(CradleSite site)
{
    [Fact]
    public async Task A_notice_is_shown_to_its_holder_alone_in_the_language_of_the_reader_and_marked_as_read()
    {
        await GiveAsync("taiyuan.institution", "您的备案快到期了", "Your filing is due soon");
        var holder = await People.AsAsync(site, "taiyuan.institution");
        var inbox = await holder.OpenAsync("/account/inbox");
        Assert.Contains("您的备案快到期了", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("1 条未读", inbox.Text, StringComparison.Ordinal);
        var read = await holder.SendAsync(inbox);
        Assert.Equal("/account/inbox", read.Path);
        Assert.DoesNotContain("未读", read.Text, StringComparison.Ordinal);
        Assert.Contains("还没有消息", (await (await People.AsAsync(site, "changchun.institution")).OpenAsync("/account/inbox")).Text, StringComparison.Ordinal);
    }

    private async Task GiveAsync(string userName, string zh, string en)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ProcessScope>().Begin(new() { Actor = Actor.System("test"), Process = "test", Correlation = Guid.Empty });
        var database = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var account = await database.Accounts.Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync(TestContext.Current.CancellationToken);
        Assert.True(await scope.ServiceProvider.GetRequiredService<Notifier>().GiveAsync(account, NoticeTopic.Case, zh, en, "~/desk", cancellationToken: TestContext.Current.CancellationToken));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
